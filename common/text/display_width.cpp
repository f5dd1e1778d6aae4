#include "common/text/display_width.h"

#include <unicode/uchar.h>

#include "common/text/utf8.h"

namespace dateline {

int display_width(char32_t code_point) {
  if (code_point >= U' ' && code_point < 0x7F) return 1;
  const auto c = static_cast<UChar32>(code_point);
  constexpr std::uint32_t kWithoutWidth =
      U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
  if ((U_GET_GC_MASK(c) & kWithoutWidth) != 0) return c == 0xAD ? 1 : 0;  // a soft hyphen shows
  const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint code_point = code_point_at(text, at);
    width += display_width(code_point.value);
    at += code_point.size;
  }
  return width;
}

}  // namespace dateline
