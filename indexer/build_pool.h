// Threads that turn records into articles and keep them, each in a spool of its own.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/result.h"
#include "indexer/article_spool.h"
#include "indexer/index_writer.h"
#include "indexer/record.h"

namespace dateline {

struct BuildTask {
  Record record;
  std::optional<ArticleLocation> published;  // the version that gives way
};

// What the threads made of their tasks.
struct BuildOutcome {
  std::vector<ArticleLocation> superseded;  // published versions of articles that were built
  std::vector<std::string> rejected;        // messages, in no particular order
  std::vector<ArticleSpool*> parts;         // finished; the pool's, in the order of the threads
};

// Used from one thread, which feeds it.
class BuildPool {
 public:
  // The spools' files are made inside `folder`. REQUIRES: threads > 0.
  static Result<BuildPool> start(const std::filesystem::path& folder, unsigned threads,
                                 const std::optional<Date>& published_before = {});
  BuildPool(BuildPool&&) noexcept;
  ~BuildPool();  // stops the threads without finishing their work

  // Waits while the thread concerned has enough to do. Records of one id go to one thread, and the
  // last of them counts. False once a thread has failed; finish() then says why.
  bool submit(BuildTask task);

  // What a segment of the articles so far will need in memory while it is built, about, with the
  // vocabularies that the threads hold already.
  std::size_t bytes() const;

  // Waits for all tasks. Fails with the first thread's failure, if any failed.
  Result<BuildOutcome> finish();

 private:
  struct Worker;
  explicit BuildPool(std::vector<std::unique_ptr<Worker>> workers);

  std::vector<std::unique_ptr<Worker>> workers_;
};

}  // namespace dateline
