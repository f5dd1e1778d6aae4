// The text of a query by its characters, and what each of them can be.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/byte_range.h"

namespace dateline {

// Control characters and invisible separators count as white space.
bool is_query_space(char32_t c);

inline bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
inline bool is_ascii_letter(char32_t c) { return (c | 0x20U) >= U'a' && (c | 0x20U) <= U'z'; }
bool is_ascii_punctuation(char32_t c);

// False for what is punctuation for certain: a token of nothing else asks for nothing.
bool carries_meaning(char32_t c);

// Whether `c` is one of `marks`.
inline bool is_one_of(std::u32string_view marks, char32_t c) {
  return marks.find(c) != std::u32string_view::npos;
}

// Indexes count characters. Views the text, which outlives it.
class QueryText {
 public:
  // REQUIRES: text is well-formed UTF-8.
  explicit QueryText(std::string_view text);

  std::size_t size() const { return characters_.size(); }
  char32_t operator[](std::size_t index) const { return characters_[index].value; }
  // The character at `index`, white space beyond the end.
  char32_t peek(std::size_t index) const {
    return index < size() ? characters_[index].value : U' ';
  }

  std::size_t offset(std::size_t index) const {
    return index < size() ? characters_[index].offset : text_.size();
  }
  ByteRange bytes(std::size_t begin, std::size_t end) const { return {offset(begin), offset(end)}; }
  std::string_view typed(std::size_t begin, std::size_t end) const {
    return slice(text_, bytes(begin, end));
  }

  // White space, the end, and quotes that cannot belong to a word.
  bool ends_word(std::size_t index) const;
  // A straight quote that is part of a Hebrew abbreviation.
  bool is_gershayim(std::size_t index) const;
  bool has_meaning(std::size_t begin, std::size_t end) const;
  // How many characters of a word stand directly before `end`.
  std::size_t letters_before(std::size_t end, std::size_t begin) const;
  // The last place of a mark after the first character; `end` if there is none.
  std::size_t last_of(char32_t mark, std::size_t begin, std::size_t end) const;

 private:
  struct Character {
    char32_t value;
    std::size_t offset;
  };

  std::string_view text_;
  std::vector<Character> characters_;
};

}  // namespace dateline
