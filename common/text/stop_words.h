// Function words: too frequent to tell one article from another, and a good sign of the language
// of a query, which is too short for a language detector. Dateline indexes them all the same, so
// that phrases stay exact; queries weigh them down. Thread-safe.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace dateline {

// folded: as fold_case() returns it, accents kept. language: ISO 639-1. False for languages without
// a list; there are lists for ar az de en es fr it nl pl pt ru sv tr uk.
bool is_stop_word(std::string_view folded, std::string_view language);

// The language whose list knows most of the words; "en" if none knows any or two know as many. What
// is returned lives as long as the program.
std::string_view stop_word_language(std::span<const std::string> folded_words);

}  // namespace dateline
