#include "indexer/optimize.h"

#include <numeric>
#include <vector>

#include "indexer/index_writer.h"
#include "indexer/merge_segments.h"

namespace dateline {

Result<OptimizeSummary> optimize_index(const std::filesystem::path& index) {
  auto writer = IndexWriter::open(index, IndexWriter::IfMissing::kFail);
  if (!writer) return writer.error();
  const Snapshot& snapshot = writer->snapshot();
  OptimizeSummary summary;
  summary.segments_before = snapshot.segments.size();
  summary.segments_after = summary.segments_before;
  summary.generation = snapshot.manifest.generation;
  for (const Segment& segment : snapshot.segments) summary.removed += segment.entry.deleted;
  if (summary.segments_before <= 1 && summary.removed == 0) return summary;

  std::vector<std::size_t> all(summary.segments_before);
  std::iota(all.begin(), all.end(), std::size_t{0});
  const auto articles = merge_segments(*writer, all);
  if (!articles) return articles.error();
  const auto generation = writer->publish(IndexWriter::Earlier::kDrop);
  if (!generation) return generation.error();
  summary.segments_after = *articles > 0 ? 1 : 0;
  summary.generation = *generation;
  return summary;
}

}  // namespace dateline
