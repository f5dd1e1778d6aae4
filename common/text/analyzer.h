// The one chain from text to index terms, for articles and queries alike: words as WordBreaker
// finds them, terms as TermChain makes them. Stop words are kept.
//
// Between the two stands what Dateline does differently from Unicode's word boundaries: "@" and "_"
// around a word are not part of it, a word of nothing else is none, and two sentences glued at a
// full stop are two words.
//
// Not thread-safe: one analyzer per thread. It remembers words it has seen, so keep it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/text/term_chain.h"
#include "common/text/word_breaker.h"
#include "common/text/word_numbers.h"

namespace dateline {

// The position of a token, as phrases and proximity count it, is its index among all of its text.
struct Token {
  std::string term;  // as TermChain::term_of() gives it; never empty
  ByteRange range;   // the word in the text
};

// The same with the term as a number that this analyzer gave it.
struct NumberedToken {
  std::uint32_t term = 0;
  ByteRange range;
};

class Analyzer {
 public:
  Analyzer();

  // language: ISO 639-1; any other value is a language without rules of its own.
  // REQUIRES: text is well-formed UTF-8 and smaller than 2 GiB.
  std::vector<Token> analyze(std::string_view text, std::string_view language);

  // For callers that count, compare or collect terms: equal terms have equal numbers, whatever the
  // language. The numbers, and what term() returns, hold until the next call of an analyze
  // function.
  std::vector<NumberedToken> analyze_numbered(std::string_view text, std::string_view language);
  std::string_view term(std::uint32_t number) const { return terms_[number]; }
  std::optional<std::uint32_t> number_of(std::string_view term) const {
    return numbers_.find(term);
  }

  // What analyze() finds in each of the languages, for texts of which that is open: by token, then
  // by language. Words are broken alike in all of them; where one has fewer tokens, "" stands.
  std::vector<std::vector<std::string>> terms_in(std::string_view text,
                                                 std::span<const std::string> languages);

  // The term of one word that stands alone, "" if there is nothing in it that could be indexed.
  // REQUIRES: word is well-formed UTF-8.
  std::string term_of(std::string_view word, std::string_view language);

 private:
  struct Language {
    explicit Language(std::string_view code) : name(code), chain(code) {}
    std::string name;
    TermChain chain;
    WordNumbers words;  // bytes of a word -> number of its term, or kIrregular
  };

  Language& rules_of(std::string_view language);
  void forget_if_many();
  std::uint32_t number_for(std::string term);
  void append_tokens(std::string_view text, const std::vector<ByteRange>& words, Language& language,
                     std::vector<NumberedToken>& tokens);
  void append_parts(std::string_view text, const ByteRange& word, Language& language,
                    std::vector<NumberedToken>& tokens);

  WordBreaker breaker_;
  std::vector<std::unique_ptr<Language>> languages_;
  WordNumbers language_numbers_;  // name -> its index in languages_
  std::vector<std::string> terms_;
  WordNumbers numbers_;  // term -> its index in terms_
};

}  // namespace dateline
