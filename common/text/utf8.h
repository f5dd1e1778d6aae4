// UTF-8 as every text inside Dateline is written.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline {

// Offset in bytes of the first byte that is not part of well-formed UTF-8 (overlong forms,
// surrogates and values over U+10FFFF are not); nothing if all of it is.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

struct CodePoint {
  char32_t value = 0;
  std::size_t size = 0;  // bytes, 1..4
};

// The code point that starts at byte `at`.
// REQUIRES: text is well-formed, at < text.size() and is on a code point boundary.
CodePoint code_point_at(std::string_view text, std::size_t at);

// The code point that ends where byte `end` starts.
// REQUIRES: text is well-formed, 0 < end <= text.size() and is on a code point boundary.
CodePoint code_point_before(std::string_view text, std::size_t end);

}  // namespace dateline
