// The language a text is written in, by CLD2 (the library cld2; cld2_full holds tables alone).
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// ISO 639-1, all kinds of Chinese being "zh"; "und" if the text is too short or too mixed for a
// reliable answer, or in a language without such a code. Reads no more than the first kilobytes.
// Thread-safe.
// REQUIRES: text is well-formed UTF-8.
std::string detect_language(std::string_view text);

}  // namespace dateline
