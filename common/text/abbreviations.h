// What a full stop after a given word usually means. Thread-safe.
#pragma once

#include <string_view>

namespace dateline {

enum class Abbreviation {
  kNone,          // an ordinary word: the stop ends the sentence
  kNeverLast,     // a title or the like, which something always follows: "Mr", "vs", "e.g"
  kBeforeNumber,  // only if a number follows: "No", "Sept", "p"
  kMayBeLast,     // both happens: "Inc", "U.S", "p.m", "J"
};

// word: as printed, without its last stop. Covers English, and the common ones of German, French,
// Spanish, Portuguese, Italian, Russian, Ukrainian, Turkish and Azerbaijani.
// REQUIRES: word is well-formed UTF-8.
Abbreviation abbreviation_kind(std::string_view word);

// True for words that, capitalised, start a sentence rather than a name: "The", "He", "Der", "Он".
bool is_sentence_starter(std::string_view word);

// True for what makes an ordinal of a German number before it: "Februar", "Jahrhundert".
bool follows_german_ordinal(std::string_view word);

}  // namespace dateline
