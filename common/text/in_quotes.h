// A piece of somebody's input, fit to stand in an error message.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// The text in straight quotes: cut to about 60 bytes at a code point, control characters as spaces
// (a terminal must not obey them), bytes that are not UTF-8 as U+FFFD. Any bytes will do.
std::string in_quotes(std::string_view text);

}  // namespace dateline
