// Ranking where all lists are short: every posting is scored, as bounds would cost more.
#pragma once

#include "searcher/top_k.h"

namespace dateline {

// True if rank_short_lists() may be used: any word suffices, and they have few postings in all.
bool has_short_lists_only(const TopKQuery& query);

// As top_k().
void rank_short_lists(const TopKQuery& query, std::size_t segment, BestCandidates& best);

}  // namespace dateline
