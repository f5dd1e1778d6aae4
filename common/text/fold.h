// Spellings that readers take for the same word made equal, in two steps, because stemmers need the
// accents that search does not. Both are functions of the text alone, whatever its language.
// Thread-safe. Both throw std::runtime_error if ICU's data is not installed.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// Unicode's NFKC_Casefold: case, width, ligatures and invisible characters folded. Besides, curly
// apostrophes become ', and the dot that Turkish İ leaves behind when folded is dropped.
// REQUIRES: text is well-formed UTF-8.
std::string fold_case(std::string_view text);

// Drops accents and points from Latin, Greek, Cyrillic, Hebrew and Arabic letters and writes Latin
// letters that do not decompose in basic ones: "é" e, "ø" o, "ı" i, "æ" ae, "ё" е. Kept are й, ї
// and ў, which are letters of their own, and the marks of all other scripts: vowels in most of
// them. REQUIRES: folded is what fold_case() or a stemmer after it returned.
std::string fold_accents(std::string_view folded);

// Both steps: the form in which fixed words (months, labels, furniture) are looked up in running
// text. "Şubat" subat, "KASIM" kasim, "Dərc edilib" derc edilib, "أبريل" ابريل.
// REQUIRES: text is well-formed UTF-8.
std::string fold_letters(std::string_view text);

}  // namespace dateline
