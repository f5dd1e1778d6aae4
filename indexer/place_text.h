// A text cut into words for finding the names of places in it: what each word is, how it is
// written and what stands between it and the word before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"

namespace dateline {

enum class WordForm : std::uint8_t {
  kLower,
  kCapital,   // the first letter only, or a single capital letter
  kCapitals,  // all letters, of which there are at least two
  kUncased,   // of a script without capitals
  kNumber,    // starts with a digit
};

// What stands between a word and the one before it.
enum class Gap : std::uint8_t {
  kBreak,       // the start of the text, an empty line, or punctuation not named below
  kNone,        // nothing: the script or kind of letter changes, or the script writes no spaces
  kSpace,       // spaces or one line end
  kHyphen,      // a hyphen, dash or middle dot without spaces
  kApostrophe,  //
  kPeriod,      //
  kComma,       //
  kDash,        // a hyphen or dash with a space or bracket at its side, two hyphens, a long dash
  kBracket,     // an opening or closing bracket
};

struct PlaceWord {
  ByteRange range;              // in the text
  std::uint32_t folded_at = 0;  // of its folded letters in PlaceText::folded
  std::uint16_t folded_size = 0;
  WordForm form = WordForm::kLower;
  Gap gap = Gap::kBreak;      // before it
  bool period_after = false;  // "Pa." in "Lebanon, Pa., said"
  bool dotted = false;        // "U.S." read as one word, "us"
  bool marked = false;        // folding took an accent from it: "Ísland", "island"
};

// Words in their order. Letters are folded as letter_of() does; "&" is the word "and".
struct PlaceText {
  std::vector<PlaceWord> words;
  std::string folded;

  std::string_view letters(const PlaceWord& word) const {
    return std::string_view(folded).substr(word.folded_at, word.folded_size);
  }
};

// Linear in the size of the text. Words are cut at 200 bytes of folded letters.
// REQUIRES: text is well-formed UTF-8.
PlaceText read_place_text(std::string_view text);

}  // namespace dateline
