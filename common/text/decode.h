// Bytes from outside to the one form every text inside Dateline has: well-formed UTF-8, lines ended
// by '\n', no byte order mark, no NUL and no control characters other than '\t' and '\n'.
// Linear in time and memory on any bytes.
#pragma once

#include <string>
#include <string_view>

#include "common/result.h"

namespace dateline {

// The text of a file. Read as UTF-8; as UTF-16 if a byte order mark says so or every other byte is
// NUL; as windows-1252 (which contains Latin-1) if that is the one plausible reading left, see
// decode.cpp. CRLF, CR, VT, FF, NEL, U+2028 and U+2029 become '\n'; other control characters become
// spaces. Fails with kInput on binary data, on other encodings and if there is nothing but space.
Result<std::string> decode_text(std::string_view bytes);

// The same cleaning for text that is UTF-8 already, such as the strings of a JSON document; NUL
// becomes a space as well. Never fails; may return an empty text.
// REQUIRES: utf8 is well-formed.
std::string clean_text(std::string_view utf8);

}  // namespace dateline
