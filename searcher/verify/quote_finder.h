// Where one text says what a quote says, and how alike the two are.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/verify/verification.h"

namespace dateline {

struct QuotePlace {
  Likeness likeness = Likeness::kExact;
  ByteRange range;  // in the text
  std::vector<QuoteDifference> differences;
};

// Not thread-safe.
class QuoteFinder {
 public:
  // `quote` outlives the object. REQUIRES: it is well-formed UTF-8.
  QuoteFinder(std::string_view quote, Analyzer& analyzer);

  // The most alike place in text[start, end of text) where the words of the quote's parts stand in
  // their order, inflection aside; the first of equals.
  std::optional<QuotePlace> find(std::string_view text, std::size_t start,
                                 const std::string& language);

  // The place with the fewest words missing, added or replaced, if those are at most a fifth of the
  // quote's words; nothing for quotes of fewer than kLeastWords words or more than kMostWords, or
  // in texts of more than kMostTextWords.
  std::optional<QuotePlace> find_near(std::string_view text, std::size_t start,
                                      const std::string& language);

  static constexpr std::size_t kLeastWords = 4;
  static constexpr std::size_t kMostWords = 500;
  static constexpr std::size_t kMostTextWords = 20'000;

 private:
  struct Words {
    std::vector<std::string> terms;
    std::vector<std::string> folded;  // as they are written
    std::vector<ByteRange> ranges;
  };
  Words words_of(std::string_view text, std::size_t start, std::size_t end,
                 const std::string& language);
  void compare(const Words& part, std::string_view text, const Words& words, std::size_t at,
               QuotePlace& place) const;

  std::string_view quote_;
  std::vector<ByteRange> parts_;
  Analyzer& analyzer_;
};

}  // namespace dateline
