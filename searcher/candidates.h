// The articles worth looking into for passages: the best by their own score.
#pragma once

#include <span>
#include <vector>

#include "common/index/snapshot.h"
#include "searcher/article_filter.h"
#include "searcher/best_candidates.h"
#include "searcher/matcher.h"

namespace dateline {

struct Candidates {
  std::vector<Candidate> best;  // descending score, then newer_first()
  std::size_t total = 0;        // articles that match and pass all filters
};

// `matches` and `filters` are by segment.
Candidates choose_candidates(const Snapshot& snapshot, const QueryTerms& terms,
                             const Matches& matches, std::span<const FilterSets> filters,
                             std::size_t most);

}  // namespace dateline
