// A quote, and what may be overlooked when it is compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"

namespace dateline {

// The parts between omissions ("...", "…", also in brackets), in order; those without anything but
// white space are left out.
std::vector<ByteRange> parts_of_quote(std::string_view quote);

// The text with case folded, white space as one space, and one kind of quote mark, apostrophe and
// dash. REQUIRES: text is well-formed UTF-8.
std::string folded_for_comparison(std::string_view text);

}  // namespace dateline
