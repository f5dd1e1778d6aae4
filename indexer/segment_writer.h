// Writes built articles into a Xapian database of its own, outside the published index.
#pragma once

#include <cstdint>
#include <filesystem>

#include <xapian.h>

#include "common/result.h"
#include "indexer/article_builder.h"

namespace dateline {

// One writer belongs to one thread. After a failure (full disk, ...) nothing in `folder` is of use.
class SegmentWriter {
 public:
  // `folder` must not exist yet.
  static Result<SegmentWriter> create(const std::filesystem::path& folder);

  enum class Earlier : std::uint8_t { kNone, kReplace };
  // kReplace: an article of the same id that this writer was given before gives way.
  Result<void> add(const BuiltArticle& built, Earlier earlier);

  // Makes everything given so far readable in `folder`.
  Result<void> finish();

 private:
  SegmentWriter(std::filesystem::path folder, Xapian::WritableDatabase database)
      : folder_(std::move(folder)), database_(std::move(database)) {}

  std::filesystem::path folder_;
  Xapian::WritableDatabase database_;
  std::size_t pending_bytes_ = 0;  // of text, since the last commit
};

// Merges finished databases into the new folder `target`, the documents in the order of `parts`.
Result<void> compact_databases(const std::vector<std::filesystem::path>& parts,
                               const std::filesystem::path& target);

}  // namespace dateline
