// The stem that the inflected forms of a word share, by the Snowball stemmer of its language.
// Not thread-safe: one stemmer per thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;  // libstemmer's

namespace dateline {

class Stemmer {
 public:
  // language: ISO 639-1, such as "en"; one that has no stemmer leaves words as they are.
  explicit Stemmer(std::string_view language);

  // Words of more than kLongestWord bytes are returned as they are: not words of a language, and
  // some of the stemmers take quadratic time.
  // REQUIRES: word went through fold_case(), and not through fold_accents().
  std::string stem(std::string_view word);

  static constexpr std::size_t kLongestWord = 128;

 private:
  struct DeleteStemmer {
    void operator()(sb_stemmer* stemmer) const;
  };

  std::unique_ptr<sb_stemmer, DeleteStemmer> stemmer_;  // null for a language without one
};

// language: ISO 639-1.
bool has_stemmer(std::string_view language);

// Changes when any stemmer would give other stems: eight hexadecimal digits that depend on the
// stems of sample words in every language. libstemmer itself tells no version.
std::string stemmer_fingerprint();

}  // namespace dateline
