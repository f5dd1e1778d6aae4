// The words of one stored article that a query asks for.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/query_terms.h"

namespace dateline {

constexpr std::uint32_t kNotInQuery = UINT32_MAX;

// Finds the query's words in texts of one language.
class WordFinder {
 public:
  // `terms` must outlive the finder; `language` is a number into the list its terms go by.
  WordFinder(const QueryTerms& terms, std::size_t language);

  // All words of text[start, end of text) in their order, analysed in `language_name`; ranges are
  // in `text`, `term` is a number into QueryTerms::words, or kNotInQuery.
  std::vector<NumberedToken> find(std::string_view text, std::size_t start,
                                  const std::string& language_name, Analyzer& analyzer) const;

  // What find() looks for: terms of this language, and the numbers it reports them under.
  const std::unordered_map<std::string_view, std::uint32_t>& wanted() const { return numbers_; }

  // The numbers under which find() reports the words of a phrase: two words of the query may share
  // a stem in this language, and then the first of them stands for both.
  std::vector<std::uint32_t> as_found(std::span<const std::size_t> phrase) const;

 private:
  const QueryTerms& terms_;
  std::size_t language_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

}  // namespace dateline
