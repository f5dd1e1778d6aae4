// The words of one stored article that a query asks for.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/byte_range.h"
#include "searcher/query_terms.h"

namespace dateline {

constexpr std::size_t kNotInQuery = SIZE_MAX;

// One word of the text, in order.
struct TextWord {
  ByteRange range;
  std::size_t query_word = kNotInQuery;  // number into QueryTerms::words
};

// Finds the query's words in texts of one language.
class WordFinder {
 public:
  // `terms` must outlive the finder; `language` is a number into the list its terms go by.
  WordFinder(const QueryTerms& terms, std::size_t language);

  // All words of text[start, end of text), analysed in `language_name`; ranges are in `text`.
  std::vector<TextWord> find(std::string_view text, std::size_t start,
                             const std::string& language_name, Analyzer& analyzer) const;

  // The numbers under which find() reports the words of a phrase: two words of the query may share
  // a stem in this language, and then the first of them stands for both.
  std::vector<std::size_t> as_found(std::span<const std::size_t> phrase) const;

 private:
  const QueryTerms& terms_;
  std::size_t language_;
  std::unordered_map<std::string_view, std::size_t> numbers_;
};

// The places in `words` (as numbers of their first word) where the phrase's words follow each
// other.
std::vector<std::size_t> phrase_places(std::span<const TextWord> words,
                                       std::span<const std::size_t> phrase);

}  // namespace dateline
