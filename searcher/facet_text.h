// Facets for a terminal: lists with bars, side by side as far as the width allows.
#pragma once

#include <span>
#include <string>

#include "searcher/answer.h"
#include "searcher/text_style.h"

namespace dateline {

// The first values of each facet in the answer's order, and those that the request filters by,
// which '*' marks. Facets without values are left out; "" if all are.
std::string facets_text(std::span<const Facet> facets, const TextStyle& style);

}  // namespace dateline
