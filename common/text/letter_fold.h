// Letters as a reader compares them who ignores case and accents: for looking up fixed words
// (months, labels, phrases) in running text. Search terms have their own, richer analysis.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// Unicode compatibility case folding without combining marks and invisible characters; the
// Turkish dotless i counts as i. "Şubat" -> "subat", "KASIM" -> "kasim", "Février" -> "fevrier",
// "أبريل" -> "ابريل". Bytes that are not UTF-8 become U+FFFD.
std::string fold_letters(std::string_view text);

// True if the first code point is an upper-case or title-case letter.
bool starts_with_capital(std::string_view text);

}  // namespace dateline
