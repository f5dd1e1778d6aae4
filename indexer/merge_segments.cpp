#include "indexer/merge_segments.h"

#include <vector>

#include <xapian.h>

#include "common/index/xapian_reason.h"
#include "indexer/merge_policy.h"
#include "indexer/segment_writer.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// Published databases are never changed, so the deletions are carried out in a copy.
Result<fs::path> copy_of_the_living(const fs::path& original, const Segment& segment,
                                    const fs::path& copy) {
  std::error_code code;
  fs::copy(original, copy, fs::copy_options::recursive, code);
  if (code) {
    return Error{ErrorKind::kSystem, "cannot copy '" + original.string() + "': " + code.message()};
  }
  try {
    Xapian::WritableDatabase database(copy.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    for (std::uint32_t docid = 1; docid <= segment.entry.last_docid; ++docid) {
      if (segment.tombstones.contains(docid)) database.delete_document(docid);
    }
    database.commit();
    return copy;
  } catch (const Xapian::Error& error) {
    return Error{ErrorKind::kSystem,
                 "cannot write to '" + copy.string() + "': " + reason_of(error)};
  }
}

}  // namespace

Result<std::uint32_t> merge_segments(IndexWriter& writer, std::span<const std::size_t> numbers) {
  const auto workshop = writer.workshop();
  if (!workshop) return workshop.error();
  std::vector<fs::path> parts;
  for (const std::size_t number : numbers) {
    const Segment& segment = writer.snapshot().segments[number];
    fs::path part = writer.folder() / segment.entry.name / kXapianFolder;
    if (segment.entry.deleted > 0) {
      auto copy = copy_of_the_living(part, segment, *workshop / segment.entry.name);
      if (!copy) return copy.error();
      part = std::move(*copy);
    }
    parts.push_back(std::move(part));
  }
  const fs::path compacted = *workshop / "compacted";
  if (auto done = compact_databases(parts, compacted); !done) return done.error();
  writer.drop(numbers);
  return writer.adopt(compacted);
}

Result<void> merge_tiers(const fs::path& index) {
  auto writer = IndexWriter::open(index, IndexWriter::IfMissing::kFail);
  if (!writer) {
    if (writer.error().kind == ErrorKind::kLocked) return {};
    return writer.error();
  }
  const auto numbers = segments_to_merge(writer->snapshot().manifest.segments);
  if (numbers.empty()) return {};
  if (auto merged = merge_segments(*writer, numbers); !merged) return merged.error();
  if (auto published = writer->publish(); !published) return published.error();
  return {};
}

}  // namespace dateline
