// Is a word the sign that a firm's shares have at an exchange: "<ROK>", "NYSE: CAN", "$CUBA"?
#pragma once

#include <string_view>

#include "common/byte_range.h"

namespace dateline {

// True if the characters around a word in capitals make it a share's sign: angle brackets, a dollar
// sign right before it, the name of an exchange and a colon before it, or the one or two letters of
// an exchange right after it ("<TUR.N>" or "TUR.N)").
// REQUIRES: word lies in text, which is well-formed UTF-8.
bool is_ticker(std::string_view text, const ByteRange& word);

}  // namespace dateline
