// What a code point is to a reader of names: a letter of which kind, and how it compares.
// Safe to use from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

enum class LetterKind : std::uint8_t {
  kNone,      // space, punctuation, symbol
  kMark,      // an accent or a vowel sign that a reader may leave out; part of a word, not compared
  kDigit,     //
  kUpper,     // a capital (or titlecase) letter
  kLower,     //
  kUncased,   // a letter of a script without capitals
  kHiragana,  // } kept apart, because they divide Japanese into words
  kKatakana,  // }
  kUnspaced,  // a sign of a script that writes no spaces between words: Han, Thai, Lao, Khmer,
              // Burmese
};

struct Letter {
  char32_t folded = 0;  // lower case, without accents, compatibility forms as the plain letter
  LetterKind kind = LetterKind::kNone;
};

Letter letter_of(char32_t code_point);

// The letters and digits of `text`, folded, with everything between them left out: "Côte d'Ivoire"
// and "cote d ivoire" both become "cotedivoire". REQUIRES: text is well-formed UTF-8.
std::string folded_letters(std::string_view text);

// Appends a code point as UTF-8. REQUIRES: it is not a surrogate and at most U+10FFFF.
inline void append_utf8(std::string& out, char32_t code_point) {
  const auto byte = [&out](char32_t value) { out += static_cast<char>(value); };
  if (code_point < 0x80) {
    byte(code_point);
  } else if (code_point < 0x800) {
    byte(0xC0 | (code_point >> 6));
    byte(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    byte(0xE0 | (code_point >> 12));
    byte(0x80 | ((code_point >> 6) & 0x3F));
    byte(0x80 | (code_point & 0x3F));
  } else {
    byte(0xF0 | (code_point >> 18));
    byte(0x80 | ((code_point >> 12) & 0x3F));
    byte(0x80 | ((code_point >> 6) & 0x3F));
    byte(0x80 | (code_point & 0x3F));
  }
}

}  // namespace dateline
