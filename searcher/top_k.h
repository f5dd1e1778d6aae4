// The best articles of a segment without scoring most of them.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "searcher/best_candidates.h"
#include "searcher/live_filter.h"
#include "searcher/scored_words.h"

namespace dateline {

// What is looked for in one segment; views of what outlives the search.
struct TopKQuery {
  const Columns& columns;
  const ScoringQuery& scoring;
  FieldStatistics bounds_of;  // the averages that the lists' bounds were computed with
  LiveFilter among;
  std::vector<std::span<const ImpactList>> without{};  // articles in one of these do not match
  // Asked of articles that score high enough, last. Empty: all are accepted.
  std::function<bool(std::uint32_t docid)> accepts{};
  // Told of articles that `accepts` may be asked about soon; not empty if `accepts` is not.
  std::function<void(std::uint32_t docid)> expects{};
};

// Offers to `best` every matching article that could be among the best, with the score that
// exhaustive_scores() gives it; those that are left out could not. Articles without any of the
// words are not offered.
void top_k(const TopKQuery& query, std::size_t segment, BestCandidates& best);

}  // namespace dateline
