// The condition of a query with its words looked up.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "searcher/condition.h"
#include "searcher/numbered_words.h"

namespace dateline {

// Where words are looked up; what it refers to outlives the call.
struct WordSource {
  std::span<const std::string> languages;
  Analyzer& analyzer;
  const KnownTerms* vocabulary;  // for words with * or ~; may be null
  const SynonymTerms* synonyms;  // may be null
};

struct ConditionTerms {
  Condition condition;
  std::vector<std::size_t> scored;                // words that articles may have
  std::vector<std::vector<std::size_t>> phrases;  // that articles may have
  std::vector<AddedSynonyms> synonyms;            // in the order of the query
};

// Adds the words to `words`. A word that the analyser breaks is a phrase of its parts. What comes
// to nothing is left out. Stop words beside others in a row only add to the score.
ConditionTerms condition_of(const QueryNode& node, NumberedWords& words, const WordSource& source);

}  // namespace dateline
