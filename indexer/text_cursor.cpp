#include "indexer/text_cursor.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/text/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestWord = 48;
constexpr int kMostBlanks = 8;

// First code points of the decimal digits that newspapers use: ASCII, Arabic, Persian,
// Devanagari, Bengali, Thai, full-width.
constexpr std::array<char32_t, 7> kZeros{U'0',      U'\u0660', U'\u06F0', U'\u0966',
                                         U'\u09E6', U'\u0E50', U'\uFF10'};

int digit_value(char32_t code_point) {
  for (const char32_t zero : kZeros) {
    if (code_point >= zero && code_point <= zero + 9) return static_cast<int>(code_point - zero);
  }
  return -1;
}

bool is_blank(char32_t code_point) {
  return code_point == U' ' || code_point == U'\t' || code_point == U'\u00A0' ||
         (code_point >= U'\u2000' && code_point <= U'\u200F') || code_point == U'\u202F' ||
         code_point == U'\u3000' || code_point == U'\uFEFF';
}

bool in(char32_t code_point, char32_t first, char32_t last) {
  return code_point >= first && code_point <= last;
}

// The blocks of punctuation and symbols that touch dates; everything else over ASCII counts as a
// letter, which is right for every script without naming it.
bool is_letter(char32_t code_point) {
  if (code_point < 0x80) {
    return in(code_point, U'a', U'z') || in(code_point, U'A', U'Z');
  }
  if (code_point == U'\u200C' || code_point == U'\u200D') return true;  // inside Persian words
  const bool no_letter =
      is_blank(code_point) || digit_value(code_point) >= 0 || in(code_point, 0x80, 0xA9) ||
      in(code_point, 0xAB, 0xB4) || in(code_point, 0xB6, 0xB9) || in(code_point, 0xBB, 0xBF) ||
      in(code_point, 0x2010, 0x2BFF) || in(code_point, 0x3000, 0x3004) ||
      in(code_point, 0x3008, 0x3020) || in(code_point, 0x30FB, 0x30FB) ||
      in(code_point, 0xFF01, 0xFF0F) || in(code_point, 0xFF1A, 0xFF20) ||
      in(code_point, 0xFF3B, 0xFF40) || in(code_point, 0xFF5B, 0xFF65) || code_point == 0x060C ||
      code_point == 0x061B || code_point == 0x066A || code_point == 0x06D4 ||
      code_point == 0x0964 || in(code_point, 0x1F000, 0x1FAFF);
  return !no_letter;
}

bool is_apostrophe(char32_t code_point) { return code_point == U'\'' || code_point == U'\u2019'; }

constexpr std::uint8_t first_byte_of(char32_t code_point) {
  if (code_point < 0x80) return static_cast<std::uint8_t>(code_point);
  return static_cast<std::uint8_t>(code_point < 0x800 ? 0xC0 | code_point >> 6
                                                      : 0xE0 | code_point >> 12);
}

constexpr std::array<bool, 256> kMayBeginDigit = [] {
  std::array<bool, 256> table{};
  for (const char32_t zero : kZeros) {
    for (char32_t digit = zero; digit <= zero + 9; ++digit) table[first_byte_of(digit)] = true;
  }
  return table;
}();

std::size_t step_back(std::string_view text, std::size_t at) {
  do {
    --at;
  } while (at > 0 && (static_cast<std::uint8_t>(text[at]) & 0xC0U) == 0x80U);
  return at;
}

}  // namespace

bool TextCursor::at_digit() const { return is_digit_at(text_, at_); }

bool TextCursor::take(std::string_view literal) {
  if (text_.substr(at_, literal.size()) != literal) return false;
  at_ += literal.size();
  return true;
}

char TextCursor::take_any(std::string_view set) {
  if (at_end() || set.find(text_[at_]) == std::string_view::npos) return 0;
  return text_[at_++];
}

void TextCursor::skip_blanks() {
  for (int i = 0; i < kMostBlanks && !at_end(); ++i) {
    const CodePoint next = code_point_at(text_, at_);
    if (!is_blank(next.value)) return;
    at_ += next.size;
  }
}

std::optional<Number> TextCursor::take_number(int least, int most) {
  Number number;
  std::size_t end = at_;
  while (end < text_.size()) {
    const CodePoint next = code_point_at(text_, end);
    const int value = digit_value(next.value);
    if (value < 0) break;
    if (++number.digits > most) return std::nullopt;
    number.value = number.value * 10 + value;
    end += next.size;
  }
  if (number.digits < least || number.digits == 0) return std::nullopt;
  at_ = end;
  return number;
}

std::string_view TextCursor::take_word() {
  const std::size_t start = at_;
  std::size_t end = at_;
  while (end < text_.size() && end - start < kLongestWord) {
    const CodePoint next = code_point_at(text_, end);
    const bool inner = end > start && (next.value == U'.' || is_apostrophe(next.value));
    if (!inner && !is_letter(next.value)) break;
    end += next.size;
  }
  at_ = end;
  return text_.substr(start, end - start);
}

std::string_view word_before(std::string_view text, std::size_t end) {
  const std::size_t limit = end > 64 ? end - 64 : 0;
  while (end > limit) {
    const std::size_t before = step_back(text, end);
    const char32_t value = code_point_at(text, before).value;
    const bool passed = is_blank(value) || value == U',' || value == U'(' || value == U'\u060C';
    if (!passed) break;
    end = before;
  }
  std::size_t start = end;
  while (start > limit) {
    const std::size_t before = step_back(text, start);
    const char32_t value = code_point_at(text, before).value;
    if (!is_letter(value) && value != U'.' && !is_apostrophe(value)) break;
    start = before;
  }
  return text.substr(start, end - start);
}

std::size_t step(std::string_view text, std::size_t at) {
  do {
    ++at;
  } while (at < text.size() && (static_cast<std::uint8_t>(text[at]) & 0xC0U) == 0x80U);
  return at;
}

std::size_t boundary_before(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<std::uint8_t>(text[at]) & 0xC0U) == 0x80U) --at;
  return std::min(at, text.size());
}

std::string_view next_word(std::string_view text, std::size_t& at) {
  while (at < text.size()) {
    TextCursor cursor(text, at);
    const std::string_view word = cursor.take_word();
    at = word.empty() ? step(text, at) : cursor.at();
    if (!word.empty()) return word;
  }
  return {};
}

std::size_t next_digit(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const auto byte = static_cast<std::uint8_t>(text[at]);
    if (kMayBeginDigit[byte] && (byte < 0x80 || is_digit_at(text, at))) return at;
    ++at;  // a digit's first byte is no inner byte of another letter
  }
  return at;
}

std::size_t end_of_digits(std::string_view text, std::size_t at) {
  while (is_digit_at(text, at)) at = step(text, at);
  return at;
}

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && digit_value(code_point_at(text, at).value) >= 0;
}

bool is_digit_before(std::string_view text, std::size_t at) {
  return at > 0 && digit_value(code_point_at(text, step_back(text, at)).value) >= 0;
}

bool is_letter_before(std::string_view text, std::size_t at) {
  return at > 0 && is_letter(code_point_at(text, step_back(text, at)).value);
}

bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_letter(code_point_at(text, at).value);
}

bool is_caseless(std::string_view word) {
  const auto first = static_cast<std::uint8_t>(word.front());
  return (first >= 0xD6 && first <= 0xE0) || (first >= 0xE3 && first < 0xF0);
}

}  // namespace dateline
