// The sentences around passages are shown once each.
#pragma once

#include <vector>

#include "searcher/answer.h"

namespace dateline {

// Cuts `before` and `after` of passages of one article where they reach into another passage or
// its context; what lies between two passages is left to the first in the text. Passages that do
// not overlap each other are assumed, in any order.
void keep_contexts_apart(std::vector<Passage>& passages);

}  // namespace dateline
