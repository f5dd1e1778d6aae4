#include "indexer/line_wrap.h"

#include <algorithm>
#include <optional>

#include "indexer/lines.h"

namespace dateline {
namespace {

constexpr std::size_t kWidest = 200;    // bytes; text in two-byte scripts wraps at 100 letters
constexpr std::size_t kNarrowest = 30;  // narrower columns are verse or lists
constexpr std::size_t kFewestBreaks = 4;

std::size_t longest_line(std::string_view text) {
  LineReader lines(text, {0, text.size()});
  std::size_t longest = 0;
  while (const auto line = lines.next()) longest = std::max(longest, line->range.size());
  return longest;
}

}  // namespace

bool is_soft_break(std::string_view text, const ByteRange& line, const ByteRange& next,
                   std::size_t width) {
  const std::string_view after = slice(text, next);
  const std::size_t first_word = std::min(after.find(' '), after.size());
  return line.size() + 1 + first_word > width;
}

std::size_t wrap_width(std::string_view text) {
  const std::size_t width = longest_line(text);
  if (width > kWidest || width < kNarrowest) return 0;
  LineReader lines(text, {0, text.size()});
  std::size_t breaks = 0;
  std::size_t soft = 0;
  std::optional<TextLine> before;
  while (const auto line = lines.next()) {
    if (before && !line->after_blank) {
      ++breaks;
      if (is_soft_break(text, before->range, line->range, width)) ++soft;
    }
    before = line;
  }
  return breaks >= kFewestBreaks && soft * 5 >= breaks * 4 ? width : 0;
}

}  // namespace dateline
