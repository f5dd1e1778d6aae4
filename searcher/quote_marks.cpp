#include "searcher/quote_marks.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline {
namespace {

struct QuoteMark {
  char32_t mark;
  std::u32string_view closers;  // empty if the mark only ever closes
  bool opens_anywhere;
};

constexpr std::array<QuoteMark, 14> kQuoteMarks = {{
    {U'"', U"\"＂", false},
    {U'“', U"”", true},   // English, Chinese; also closes German phrases
    {U'”', U"”", false},  // Swedish, Finnish
    {U'„', U"“”", true},  // German, Polish, Romanian, Bulgarian
    {U'‟', U"”", true},
    {U'«', U"»", true},    // French, Russian, Azerbaijani, Arabic
    {U'»', U"«»", false},  // Danish and some German; Finnish
    {U'「', U"」", true},  // Japanese, Korean, traditional Chinese
    {U'」', U"", false},
    {U'『', U"』", true},
    {U'』', U"", false},
    {U'〝', U"〞〟", true},
    {U'〟', U"", false},
    {U'＂', U"＂\"", true},
}};

const QuoteMark* find_mark(char32_t c) {
  const auto* const found =
      std::find_if(kQuoteMarks.begin(), kQuoteMarks.end(),
                   [c](const QuoteMark& candidate) { return candidate.mark == c; });
  return found == kQuoteMarks.end() ? nullptr : found;
}

}  // namespace

bool is_quote_mark(char32_t c) { return find_mark(c) != nullptr; }

bool opens_anywhere(char32_t c) {
  const QuoteMark* mark = find_mark(c);
  return mark != nullptr && mark->opens_anywhere;
}

bool closes(char32_t opener, char32_t mark) {
  const QuoteMark* const found = find_mark(opener);
  return found != nullptr && found->closers.find(mark) != std::u32string_view::npos;
}

}  // namespace dateline
