// The words of a query, numbered as they are met.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/query_terms.h"

namespace dateline {

class NumberedWords {
 public:
  // Both outlive the object.
  NumberedWords(std::span<const std::string> languages, Analyzer& analyzer)
      : languages_(languages), analyzer_(analyzer) {}

  // The numbers of the words that typed text breaks into; the same word with the same weight has
  // the same number.
  std::vector<std::size_t> add(const std::string& typed, double weight = 1);
  std::vector<std::size_t> add_all(const std::vector<std::string>& typed, double weight = 1);
  std::size_t add_word(QueryWord word);

  std::vector<QueryWord> take() { return std::move(words_); }

 private:
  std::span<const std::string> languages_;
  Analyzer& analyzer_;
  std::vector<QueryWord> words_;
};

}  // namespace dateline
