// A passage laid out in lines for a terminal, what matched in it in bold.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "common/byte_range.h"
#include "searcher/text_style.h"

namespace dateline {

// The text in lines of at most `style.width` columns, each after `indent` spaces and ending in
// '\n'. Lines break at white space, which is shown as one space, and beside East Asian wide
// characters; words wider than a line are cut. Control characters count as white space.
// REQUIRES: text is well-formed UTF-8; matches are in order, do not overlap and lie on code point
// boundaries of text.
std::string wrapped(std::string_view text, std::span<const ByteRange> matches, std::size_t indent,
                    const TextStyle& style);

}  // namespace dateline
