// Threads that turn records into articles and write them, each into a database of its own.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/result.h"
#include "indexer/index_writer.h"
#include "indexer/record.h"
#include "indexer/segment_writer.h"

namespace dateline {

struct BuildTask {
  Record record;
  SegmentWriter::Earlier earlier = SegmentWriter::Earlier::kNone;  // in this run
  std::optional<ArticleLocation> published;                        // the version that gives way
};

// What the threads made of their tasks.
struct BuildOutcome {
  std::size_t added = 0;                     // articles that were not in the published index
  std::size_t updated = 0;                   // articles that were
  std::vector<ArticleLocation> superseded;   // published versions of articles that were built
  std::vector<std::string> rejected;         // messages, in no particular order
  std::vector<std::filesystem::path> parts;  // databases, in the order of the threads
};

// Used from one thread, which feeds it.
class BuildPool {
 public:
  // Databases are made inside `folder`. REQUIRES: threads > 0.
  static Result<BuildPool> start(const std::filesystem::path& folder, unsigned threads,
                                 const std::optional<Date>& published_before = {});
  BuildPool(BuildPool&&) noexcept;
  ~BuildPool();  // stops the threads without finishing their work

  // Waits while the thread concerned has enough to do. Records of one id go to one thread, in
  // order. False once a thread has failed; finish() then says why.
  bool submit(BuildTask task);

  // Waits for all tasks. Fails with the first thread's failure, if any failed.
  Result<BuildOutcome> finish();

 private:
  struct Worker;
  explicit BuildPool(std::vector<std::unique_ptr<Worker>> workers);

  std::vector<std::unique_ptr<Worker>> workers_;
};

}  // namespace dateline
