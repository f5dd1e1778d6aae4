// Scores the articles of one range that can still be among the best.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "searcher/range_bounds.h"
#include "searcher/top_k.h"

namespace dateline {

class RangeScorer {
 public:
  // Without `bounds`, the cursors are asked. `all_match`: every article of `among` matches; else it
  // is found out what the roles of the words say. What is given outlives the object.
  RangeScorer(QueryCursors& query, const RangeBounds* bounds, const LiveFilter& among,
              bool all_match, const TopKQuery& asked, std::size_t segment, BestCandidates& best);

  // Offers the articles of the range that could be among the best.
  void visit(std::uint32_t range);

  // Says that the range is likely to be visited next.
  void expect(std::uint32_t range) const;

  // The same as to visit all of these ranges, but all articles are scored before the first is asked
  // about: each is then asked about only if it must be, and those to come can be fetched ahead.
  void visit_together(std::span<const std::uint32_t> ranges);

 private:
  // A cursor that has postings in the range.
  struct Part {
    float bound = 0;
    float rest = 0;  // bounds of this part and of those after it
    std::size_t cursor = 0;
  };
  struct Scored {
    std::uint32_t docid = 0;
    float score = 0;
  };

  bool find_parts(std::uint32_t range);
  std::uint64_t matching_in(std::uint32_t range);
  void read_norms(std::uint32_t range);
  std::uint64_t reaching(std::uint64_t articles, float rest) const;
  void score_in(std::uint32_t range);
  void find(std::uint64_t articles, std::uint32_t range);
  void offer_found();

  QueryCursors& query_;
  const RangeBounds* bounds_;
  const LiveFilter& among_;
  bool all_match_;
  const TopKQuery& asked_;
  std::size_t segment_;
  BestCandidates& best_;

  float threshold_ = 0;                // what a sum of floats must reach to be of any use
  std::vector<Part> parts_;            // the words with the highest bounds first
  std::vector<std::uint64_t> scored_;  // by cursor: whose scores are in scores_
  std::vector<RangeScores> scores_;    // by cursor
  RangeScores sums_{};
  RangeNorms norms_{};
  std::optional<std::uint32_t> norms_of_;
  std::vector<Scored> found_;  // that score high enough
};

}  // namespace dateline
