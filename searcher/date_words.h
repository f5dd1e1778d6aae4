// Dates in words for people: 1 March 2023.
#pragma once

#include <string>

#include "common/date.h"

namespace dateline {

// "1 March 2023", "March 2023", "2023", "28 February, year unknown", "undated".
// REQUIRES: is_valid(date).
std::string in_words(const Date& date);

}  // namespace dateline
