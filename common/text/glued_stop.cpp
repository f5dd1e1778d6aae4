#include "common/text/glued_stop.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "common/text/abbreviations.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

// Endings of names that headlines write with a capital.
constexpr std::array<std::string_view, 4> kNameEndings = {"Com", "Org", "Net", "Js"};

bool is_small(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
bool is_capital(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_letter_or_digit(char32_t c) { return u_isalnum(static_cast<UChar32>(c)) != 0; }

// Web and mail addresses, whose parts may well start with a capital. Looks at what stands directly
// before the stop, but not far.
bool is_address(std::string_view text, std::size_t stop) {
  constexpr std::size_t kFar = 80;
  std::size_t start = stop;
  while (start > 0 && stop - start < kFar && text[start - 1] != ' ' && text[start - 1] != '\n') {
    --start;
  }
  const std::string_view before = text.substr(start, stop - start);
  return before.ends_with("www") || before.find_first_of("/@") != std::string_view::npos ||
         (text[stop] == '?' && before.find('.') != std::string_view::npos);
}

}  // namespace

bool is_glued_stop(std::string_view text, std::size_t at) {
  std::size_t before = at;
  for (int i = 0; i < 2; ++i) {
    if (before == 0) return false;
    const CodePoint c = code_point_before(text, before);
    if (!is_small(c.value)) return false;
    before -= c.size;
  }

  if (at + 1 == text.size()) return false;
  const CodePoint capital = code_point_at(text, at + 1);
  if (!is_capital(capital.value)) return false;
  const std::size_t ahead = at + 1 + capital.size;
  if (ahead < text.size()) {
    const char32_t next = code_point_at(text, ahead).value;
    if (next == U'.' || (is_letter_or_digit(next) && !is_small(next))) return false;
  }
  if (is_address(text, at)) return false;
  if (text[at] != '.') return true;
  const std::string_view rest = text.substr(at + 1);
  const auto* word_end = std::find_if_not(rest.begin(), rest.end(), [](char c) {
    return (c & 0x80) != 0 || u_isalpha(static_cast<UChar32>(c)) != 0;
  });
  const auto size = static_cast<std::size_t>(word_end - rest.begin());
  // A country's ending, as in "Azernews.Az", unless it is a word like "It".
  if (size == 2 && !is_sentence_starter(rest.substr(0, size))) return false;
  return std::find(kNameEndings.begin(), kNameEndings.end(), rest.substr(0, size)) ==
         kNameEndings.end();
}

}  // namespace dateline
