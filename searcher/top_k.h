// The best articles of a segment without scoring most of them.
#pragma once

#include "searcher/best_candidates.h"
#include "searcher/scored_words.h"

namespace dateline {

// Offers to `best` every article of `among` that could be among the best, with the score that
// exhaustive_scores() gives it; those that are left out could not. Articles without any of the
// words are not offered. `bounds_of` are the averages the lists' bounds were computed with.
void top_k(const Columns& columns, const ScoringQuery& query, const FieldStatistics& bounds_of,
           const ArticleSet& among, std::size_t segment, BestCandidates& best);

}  // namespace dateline
