#include "indexer/optimize.h"

#include <vector>

#include <xapian.h>

#include "common/index/xapian_reason.h"
#include "indexer/index_writer.h"
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

Result<OptimizeSummary> optimize_index(const fs::path& index) {
  auto writer = IndexWriter::open(index, IndexWriter::IfMissing::kFail);
  if (!writer) return writer.error();
  const Snapshot& snapshot = writer->snapshot();
  OptimizeSummary summary;
  summary.segments_before = snapshot.segments.size();
  summary.segments_after = summary.segments_before;
  summary.generation = snapshot.manifest.generation;
  for (const Segment& segment : snapshot.segments) summary.removed += segment.entry.deleted;
  if (summary.segments_before <= 1 && summary.removed == 0) return summary;

  const auto workshop = writer->workshop();
  if (!workshop) return workshop.error();
  std::vector<fs::path> parts;
  for (const Segment& segment : snapshot.segments) {
    fs::path part = index / segment.entry.name / kXapianFolder;
    if (segment.entry.deleted > 0) {
      auto copy = copy_of_the_living(part, segment, *workshop / segment.entry.name);
      if (!copy) return copy.error();
      part = std::move(*copy);
    }
    parts.push_back(std::move(part));
  }
  const fs::path compacted = *workshop / "compacted";
  if (auto done = compact_databases(parts, compacted); !done) return done.error();
  writer->drop_segments();
  const auto articles = writer->adopt(compacted);
  if (!articles) return articles.error();
  const auto generation = writer->publish();
  if (!generation) return generation.error();
  summary.segments_after = *articles > 0 ? 1 : 0;
  summary.generation = *generation;
  return summary;
}

}  // namespace dateline
