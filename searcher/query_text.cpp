#include "searcher/query_text.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "searcher/quote_marks.h"

namespace dateline {
namespace {

bool is_hebrew_letter(char32_t c) { return c >= 0x05D0 && c <= 0x05EA; }

}  // namespace

bool is_query_space(char32_t c) {
  if (c < 0x7F) return c <= U' ';
  return c <= 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_ascii_punctuation(char32_t c) {
  return (c > U' ' && c < U'0') || (c > U'9' && c < U'A') || (c > U'Z' && c < U'a') ||
         (c > U'z' && c < 0x7F);
}

bool carries_meaning(char32_t c) {
  return !is_ascii_punctuation(c) && !(c >= 0x2000 && c <= 0x206F) && !is_quote_mark(c);
}

QueryText::QueryText(std::string_view text) : text_(text) {
  characters_.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint code_point = code_point_at(text, at);
    characters_.push_back({code_point.value, at});
    at += code_point.size;
  }
}

bool QueryText::ends_word(std::size_t index) const {
  const char32_t c = peek(index);
  return is_query_space(c) || (c != U'"' && is_quote_mark(c));
}

bool QueryText::is_gershayim(std::size_t index) const {
  return characters_[index].value == U'"' && index > 0 && index + 1 < size() &&
         is_hebrew_letter(characters_[index - 1].value) &&
         is_hebrew_letter(characters_[index + 1].value);
}

bool QueryText::has_meaning(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin; i < end; ++i) {
    if (carries_meaning(characters_[i].value)) return true;
  }
  return false;
}

std::size_t QueryText::letters_before(std::size_t end, std::size_t begin) const {
  std::size_t letters = 0;
  while (end > begin && carries_meaning(characters_[end - 1].value)) {
    --end;
    ++letters;
  }
  return letters;
}

std::size_t QueryText::last_of(char32_t mark, std::size_t begin, std::size_t end) const {
  for (std::size_t i = end; i > begin + 1; --i) {
    if (characters_[i - 1].value == mark) return i - 1;
  }
  return end;
}

}  // namespace dateline
