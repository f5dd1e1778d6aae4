// The living articles of a published segment, as its own files have them: what a merge puts into
// another segment without analysing anything again.
#pragma once

#include <filesystem>
#include <vector>

#include "common/index/segment.h"
#include "indexer/article_run.h"

namespace dateline {

class SegmentRun final : public ArticleRun {
 public:
  // `segment` must outlive the run; `database` is the folder of its database. The files `terms` and
  // `tokens` must be there.
  SegmentRun(const Segment& segment, std::filesystem::path database);

  std::uint32_t articles() const override { return static_cast<std::uint32_t>(living_.size()); }
  std::uint32_t terms() const override { return segment_.terms->size(); }
  RunTerm term(std::uint32_t number) const override;
  Result<void> for_each_record(const RecordVisit& visit) const override;
  Result<void> for_each_words(const WordsVisit& visit) const override;

 private:
  const Segment& segment_;
  std::filesystem::path database_;
  std::vector<std::uint32_t> living_;  // docids
};

}  // namespace dateline
