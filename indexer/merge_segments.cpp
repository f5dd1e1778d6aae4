#include "indexer/merge_segments.h"

#include <memory>
#include <vector>

#include "indexer/database_spool.h"
#include "indexer/merge_policy.h"
#include "indexer/segment_files.h"
#include "indexer/segment_run.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// The living articles of segments, however they can be had.
class LivingArticles {
 public:
  LivingArticles(const IndexWriter& writer, fs::path workshop)
      : writer_(writer), workshop_(std::move(workshop)) {}

  // Damage must not be copied into files with checksums of their own.
  Result<void> add(std::size_t number) {
    const Segment& segment = writer_.snapshot().segments[number];
    const auto problems = problems_of_files(writer_.folder(), segment.entry);
    if (!problems.empty()) {
      return Error{ErrorKind::kCorrupt, segment.entry.name + ": " + problems.front() +
                                            "; see all that is wrong with: dateline-index check"};
    }
    if (!segment.terms || !segment.tokens) return add_analysed(segment);
    runs_.push_back(std::make_unique<SegmentRun>(
        segment, writer_.folder() / segment.entry.name / kXapianFolder));
    return {};
  }

  std::vector<const ArticleRun*> runs() const {
    std::vector<const ArticleRun*> runs;
    for (const auto& run : runs_) runs.push_back(run.get());
    return runs;
  }

 private:
  Result<void> add_analysed(const Segment& segment) {
    const fs::path folder = workshop_ / ("analysed-" + segment.entry.name);
    std::error_code code;
    fs::create_directory(folder, code);
    if (code) {
      return Error{ErrorKind::kSystem,
                   "cannot make the folder '" + folder.string() + "': " + code.message()};
    }
    auto& analyzer = analyzers_.emplace_back(std::make_unique<ArticleAnalyzer>());
    auto spool = spool_of_database(
        segment.database, [&segment](std::uint32_t docid) { return segment.alive(docid); }, folder,
        *analyzer);
    if (!spool) return spool.error();
    runs_.push_back(std::move(*spool));
    return {};
  }

  const IndexWriter& writer_;
  fs::path workshop_;
  std::vector<std::unique_ptr<ArticleAnalyzer>> analyzers_;
  std::vector<std::unique_ptr<ArticleRun>> runs_;
};

}  // namespace

Result<std::uint32_t> merge_segments(IndexWriter& writer, std::span<const std::size_t> numbers) {
  const auto workshop = writer.workshop();
  if (!workshop) return workshop.error();
  LivingArticles articles(writer, *workshop);
  for (const std::size_t number : numbers) {
    if (auto added = articles.add(number); !added) return added.error();
  }
  writer.drop(numbers);
  return writer.adopt(articles.runs());
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
