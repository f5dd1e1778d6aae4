// The last field of a MANIFEST, a checksum of the text before it: no digit of a manifest can change
// unnoticed. It is of the text and not of the values, so that any tool can compute it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

// The object with "crc32" as its last field. REQUIRES: `json` is an object of some fields, and ends
// in "\n}\n".
std::string sealed(std::string_view json);

// The object without that field; nothing if a byte differs from what sealed() made of it.
std::optional<std::string> unsealed(std::string_view json);

}  // namespace dateline
