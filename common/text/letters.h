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

// True if the first code point is a capital. REQUIRES: text is well-formed UTF-8.
bool starts_with_capital(std::string_view text);

// The letters and digits of `text`, folded, with everything between them left out: "Côte d'Ivoire"
// and "cote d ivoire" both become "cotedivoire". Coarser than fold.h, which keeps words apart and
// letters of their own: here й is и, and Persian letters are the Arabic ones, as names are typed.
// REQUIRES: text is well-formed UTF-8.
std::string name_key(std::string_view text);

}  // namespace dateline
