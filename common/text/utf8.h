// UTF-8 as every text inside Dateline is written.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
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

// True at the end of a text and before each of its characters. REQUIRES: text is well-formed UTF-8.
inline bool is_bound(std::string_view text, std::size_t at) {
  if (at >= text.size()) return at == text.size();
  return (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// How many code points a text has. REQUIRES: it is well-formed UTF-8.
inline std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80 ? 1U : 0U;
  return count;
}

// Appends a code point as UTF-8. REQUIRES: it is not a surrogate and at most U+10FFFF.
inline void append_utf8(std::string& out, char32_t code_point) {
  const auto byte = [&out](char32_t value) { out += static_cast<char>(value); };
  if (code_point < 0x80) {
    byte(code_point);
  } else if (code_point < 0x800) {
    byte(0xC0 | (code_point >> 6));
    byte(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    byte(0xE0 | (code_point >> 12));
    byte(0x80 | ((code_point >> 6) & 0x3F));
    byte(0x80 | (code_point & 0x3F));
  } else {
    byte(0xF0 | (code_point >> 18));
    byte(0x80 | ((code_point >> 12) & 0x3F));
    byte(0x80 | ((code_point >> 6) & 0x3F));
    byte(0x80 | (code_point & 0x3F));
  }
}

}  // namespace dateline
