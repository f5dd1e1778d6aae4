// Synonyms as terms of an index: which words of a query have some.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/query_terms.h"
#include "searcher/synonyms.h"

namespace dateline {

// One word or several side by side.
using WordSequence = std::vector<QueryWord>;

// What the words of a row stand for besides themselves.
struct RowSynonyms {
  std::vector<std::vector<WordSequence>> others;  // by word of the row
  std::vector<AddedSynonyms> added;               // in the order of the row, then of the file
};

class SynonymTerms {
 public:
  SynonymTerms(const Synonyms& synonyms, std::span<const std::string> languages,
               Analyzer& analyzer);

  const std::vector<std::string>& languages() const { return languages_; }

  // Words are the same if their terms are, so "cars" has the synonyms of "car" where the language
  // makes one stem of both; those then hold in that language only. Where several words of the row
  // have synonyms together, each of them gets these: of "united kingdom" with "uk" articles need
  // both words or "uk", and "uk" counts for either.
  RowSynonyms of(std::span<const QueryWord> row) const;

 private:
  struct Rule {
    WordSequence from;
    std::vector<WordSequence> to;
    AddedSynonyms texts;
  };

  std::vector<bool> languages_where(const WordSequence& from,
                                    std::span<const QueryWord> words) const;

  std::vector<std::string> languages_;
  std::vector<Rule> rules_;
  // By language and the first word's term: numbers of rules, ascending.
  std::vector<std::unordered_map<std::string, std::vector<std::uint32_t>>> rules_from_;
};

}  // namespace dateline
