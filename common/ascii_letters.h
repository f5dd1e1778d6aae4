// The letters A to Z, whatever the locale. Other bytes, of other letters too, are left as they are.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace dateline {

inline bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

inline bool is_ascii_capital(char c) { return c >= 'A' && c <= 'Z'; }

inline char ascii_small(char c) {
  return is_ascii_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

// "Trend.AZ" -> "trend.az"
inline std::string ascii_small(std::string_view text) {
  std::string small(text);
  for (char& c : small) c = ascii_small(c);
  return small;
}

}  // namespace dateline
