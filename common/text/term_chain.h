// One word to one index term: the steps between word breaking and the index, in their order.
//
//   fold case -> drop apostrophe grammar -> join dotted acronyms -> stem -> fold accents -> limit
//
// Stemming comes before accent folding because Snowball's rules read accents: French "négocié" must
// lose its "é", Spanish "hablándole" its "ándole".
#pragma once

#include <string>
#include <string_view>

#include "common/text/stemmer.h"

namespace dateline {

// Not thread-safe, because of the stemmer.
class TermChain {
 public:
  // language: ISO 639-1; one without rules of its own gets those all languages share.
  explicit TermChain(std::string_view language);

  // False if the language is treated like any other unknown one.
  static bool has_rules(std::string_view language);

  // Never contains NUL or a space, is never longer than kLongestTerm bytes, and is empty only if
  // nothing but NUL, spaces and apostrophes is in the word. A longer term is cut and ends in a hash
  // of the whole, so that different words stay different.
  // REQUIRES: word is well-formed UTF-8.
  std::string term_of(std::string_view word);

  static constexpr std::size_t kLongestTerm = 64;

 private:
  std::string language_;
  Stemmer stemmer_;
};

// A short text that differs whenever terms may differ: version of the chain, of ICU and of Unicode,
// and the stemmers' fingerprint. An index made with another is refused.
std::string analyzer_fingerprint();

}  // namespace dateline
