// The words of a query, numbered as they are met.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/query_terms.h"

namespace dateline {

// The words that typed text breaks into.
std::vector<QueryWord> words_of(const std::string& typed, std::span<const std::string> languages,
                                Analyzer& analyzer, double weight = 1);

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
  // The number of a word that stands for any of the sequences as well; of the word itself if there
  // are none.
  std::size_t add_any_of(QueryWord word, const std::vector<std::vector<QueryWord>>& others);

  std::span<const std::string> languages() const { return languages_; }
  Analyzer& analyzer() const { return analyzer_; }

  std::vector<QueryWord> take() { return std::move(words_); }

 private:
  std::span<const std::string> languages_;
  Analyzer& analyzer_;
  std::vector<QueryWord> words_;
  std::size_t synonyms_left_ = kMaxSynonymsInQuery;
};

}  // namespace dateline
