// A reading position in a line of text, for the small hand-written readers of dates and times.
//
// A cursor is a copy of two words: to try a reading and go back, copy it first. Every step is
// bounded, so readers that use only steps are linear. Holds a view: the text must outlive it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline {

struct Number {
  int value = 0;
  int digits = 0;
};

class TextCursor {
 public:
  // REQUIRES: text is well-formed UTF-8 and `at` is on a code point boundary.
  TextCursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  bool at_end() const { return at_ == text_.size(); }
  bool at_digit() const;
  // The byte before the position; 0 at the beginning.
  char byte_before() const { return at_ == 0 ? '\0' : text_[at_ - 1]; }

  // Passes `literal` if it stands here.
  bool take(std::string_view literal);
  // Passes one of the ASCII characters in `set`; 0 if none stands here.
  char take_any(std::string_view set);
  // Passes at most eight blanks (no-break and ideographic spaces too, not line ends).
  void skip_blanks();
  // A whole run of decimal digits of any script, if it has from `least` to `most` of them.
  // REQUIRES: most <= 9.
  std::optional<Number> take_number(int least, int most);
  // A run of letters with inner apostrophes and full stops ("Sept.", "พ.ค.", "d'agost"), at most
  // 48 bytes; empty if no letter stands here.
  std::string_view take_word();

 private:
  std::string_view text_;
  std::size_t at_;
};

// The word whose last letter or full stop lies before `end`, with nothing but blanks, commas and
// opening brackets between; empty if there is none. Looks back 64 bytes at most.
std::string_view word_before(std::string_view text, std::size_t end);

// The byte where the next code point begins. REQUIRES: at < text.size().
std::size_t step(std::string_view text, std::size_t at);
// The last byte of those up to `at` where a code point begins, or text.size().
std::size_t boundary_before(std::string_view text, std::size_t at);
// The first word at `at` or later, which moves behind it; empty, and `at` at the end, if there is
// none.
std::string_view next_word(std::string_view text, std::size_t& at);
// The first decimal digit of any script that begins at byte `at` or later; text.size() if none
// does. Looks at a byte of other text about once, through a table: this is what scanning for dates
// costs where there are none.
std::size_t next_digit(std::string_view text, std::size_t at);
// The end of the digits that stand at `at`; `at` itself if none does.
std::size_t end_of_digits(std::string_view text, std::size_t at);
// True if a decimal digit of any script begins at byte `at`.
bool is_digit_at(std::string_view text, std::size_t at);
// True if a decimal digit of any script ends before byte `at`.
bool is_digit_before(std::string_view text, std::size_t at);
// True if a letter (anything written that is no digit, blank or punctuation) ends before `at`.
bool is_letter_before(std::string_view text, std::size_t at);
bool is_letter_at(std::string_view text, std::size_t at);
// True if the word's script has no capitals: Hebrew, Arabic, those of India and East Asia.
// REQUIRES: word is not empty.
bool is_caseless(std::string_view word);

}  // namespace dateline
