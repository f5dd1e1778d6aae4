// Answer -> text for a person at a terminal.
#pragma once

#include <string>

#include "searcher/answer.h"
#include "searcher/text_style.h"

namespace dateline {

// The passages in order, the facets, and last, where the eye is, what was counted and how long it
// took. Without any passage it says how the query was understood.
std::string to_text(const Answer& answer, const TextStyle& style);

}  // namespace dateline
