// How far apart two words are.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

// The fewest letters (code points) to insert, drop, replace, or swap with their neighbour that turn
// one word into the other: Damerau's distance in the restricted form, in which no letter is edited
// twice. More than `limit` is limit + 1, and so is a word of more than 63 letters that is not
// equal. REQUIRES: both are well-formed UTF-8.
std::size_t edit_distance(std::string_view from, std::string_view to, std::size_t limit);

}  // namespace dateline
