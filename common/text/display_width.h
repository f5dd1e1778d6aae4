// How wide text is on a terminal.
#pragma once

#include <string_view>

namespace dateline {

// Columns taken by one code point: 0 for combining and invisible ones and for control characters,
// 2 for East Asian wide ones and emoji (Unicode's East_Asian_Width W and F), else 1.
int display_width(char32_t code_point);

// The sum over a text. An approximation: emoji joined into one picture count one by one.
// REQUIRES: text is well-formed UTF-8.
int display_width(std::string_view text);

}  // namespace dateline
