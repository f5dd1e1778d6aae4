// Tells whether the lines of a text were broken at a fixed width, as mail and wire copy are.
//
// A greedy typesetter breaks a line only when the next word does not fit. So a break is "soft" if
// the next line's first word would have passed the longest line of the text. In wrapped copy
// nearly all breaks within paragraphs are soft, in lists and in text with one paragraph a line few
// are. Needs no dictionary and two passes.
#pragma once

#include <cstddef>
#include <string_view>

#include "common/byte_range.h"

namespace dateline {

// The width in bytes at which the lines of `text` are wrapped; 0 if they are not.
// REQUIRES: text is well-formed UTF-8.
std::size_t wrap_width(std::string_view text);

// True if a line broken at `width` goes on in the next one.
bool is_soft_break(std::string_view text, const ByteRange& line, const ByteRange& next,
                   std::size_t width);

}  // namespace dateline
