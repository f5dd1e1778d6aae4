// What stands on the wrong side of an apostrophe is grammar, not word: the president's, l'Union,
// Ankara'da.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// The word without its possessive ending, without an elided article before it (French, Italian,
// Catalan: l'union, dell'onu, qu'elle) or without the endings after it (Turkish, Azerbaijani:
// ankara'da); any apostrophe left is dropped. Thread-safe.
// REQUIRES: folded went through fold_case(). language: ISO 639-1.
std::string without_apostrophes(std::string_view folded, std::string_view language);

}  // namespace dateline
