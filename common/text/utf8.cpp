#include "common/text/utf8.h"

#include <cstdint>

#include <unicode/utf8.h>

namespace dateline {

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = text.size();
  std::size_t at = 0;
  while (at < size) {
    if (bytes[at] < 0x80) {
      ++at;
      continue;
    }
    const std::size_t start = at;
    UChar32 code_point = 0;
    U8_NEXT(bytes, at, size, code_point);
    if (code_point < 0) return start;
  }
  return std::nullopt;
}

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t start = at;
  UChar32 code_point = 0;
  U8_NEXT(bytes, at, text.size(), code_point);
  return {static_cast<char32_t>(code_point), at - start};
}

CodePoint code_point_before(std::string_view text, std::size_t end) {
  std::size_t start = end - 1;
  while (start > 0 && end - start < 4 && U8_IS_TRAIL(text[start])) --start;
  return code_point_at(text, start);
}

}  // namespace dateline
