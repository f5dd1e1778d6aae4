// The scores of all articles of a segment, posting by posting: what top_k() must agree with, and
// what ranks where a segment has no bounds.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/scored_words.h"

namespace dateline {

// By docid, up to columns.last_docid(); 0 where no word occurs.
std::vector<float> exhaustive_scores(const Columns& columns, const ScoringQuery& query);

}  // namespace dateline
