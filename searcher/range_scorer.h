// Scores the articles of one range that can still be among the best.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "searcher/best_candidates.h"
#include "searcher/live_filter.h"
#include "searcher/query_cursors.h"

namespace dateline {

class RangeScorer {
 public:
  // `without`: cursors of words whose articles do not match. `accepts` is asked last, of articles
  // that score high enough only; empty accepts all. What is given outlives the object.
  RangeScorer(QueryCursors& query, std::span<ListCursor> without, const LiveFilter& among,
              const std::function<bool(std::uint32_t)>& accepts, std::size_t segment,
              BestCandidates& best);

  // Offers the articles of the range that could be among the best.
  void visit(std::uint32_t range);

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
  std::uint64_t mask_of(std::size_t cursor);
  std::uint64_t matching_in(std::uint32_t range);
  void read_norms(std::uint32_t range);
  void add(std::size_t cursor, std::uint64_t wanted);
  std::uint64_t reaching(std::uint64_t articles, float rest) const;
  void offer(std::uint64_t articles, std::uint32_t range);

  QueryCursors& query_;
  std::span<ListCursor> without_;
  const LiveFilter& among_;
  const std::function<bool(std::uint32_t)>& accepts_;
  std::size_t segment_;
  BestCandidates& best_;
  bool any_suffices_ = true;         // else some are required
  bool every_word_suffices_ = true;  // and none only adds

  float threshold_ = 0;                // what a sum of floats must reach to be of any use
  std::vector<Part> parts_;            // by falling bound
  std::vector<std::uint64_t> masks_;   // by cursor, unless every word suffices
  std::vector<std::uint64_t> scored_;  // by cursor: whose scores are in scores_
  std::vector<RangeScores> scores_;    // by cursor
  RangeScores sums_{};
  RangeNorms norms_{};
  std::vector<Scored> found_;
};

}  // namespace dateline
