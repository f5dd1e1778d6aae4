// A query as terms of the index.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/condition.h"
#include "searcher/query.h"
#include "searcher/request.h"

namespace dateline {

struct Published;
struct Snapshot;
class SynonymTerms;

// Where words with * or ~ are looked up.
struct KnownTerms {
  const Snapshot& snapshot;
  const Published* published = nullptr;  // all articles that count, if not those of the snapshot
};

// One word of the query. Articles are analysed in their own language, so the word stands for a
// different stem in each: "news" is "news" among English articles but "new" among German ones, and
// German stems must not be looked for in English articles.
struct QueryWord {
  std::vector<std::string> terms;  // by number of the language, as in the list given
  bool required_to_match = true;   // false: only adds to the score of what other words matched
  double weight = 1;               // of the word's part in a score
  // Of a word with synonyms, whose own terms are empty: what it stands for, itself among it, as
  // numbers into QueryTerms::words; several are words side by side. Sorted, each once.
  std::vector<std::vector<std::size_t>> any_of{};
  bool operator==(const QueryWord&) const = default;
};

// What a word, or several side by side, stood for besides, as the file of synonyms has them.
struct AddedSynonyms {
  std::string words;
  std::vector<std::string> also;
  bool operator==(const AddedSynonyms&) const = default;
};

struct QueryTerms {
  std::vector<QueryWord> words;                    // distinct, the phrases' among them
  std::vector<std::vector<std::size_t>> phrases;   // numbers into `words`, in order; all must occur
  std::vector<std::vector<std::size_t>> excluded;  // the same; one-word phrases are words
  std::vector<std::size_t> scored;     // words that count for the score, all of phrases among them
  std::vector<std::size_t> plain;      // those of them outside phrases that can match by themselves
  std::optional<Condition> condition;  // has to be met besides; its words only add to the score
  std::vector<std::vector<std::size_t>> quoted;  // phrases to show where they stand: the above and
                                                 // those of the condition
  std::vector<AddedSynonyms> synonyms;           // each once, in the order of the query

  // Whether an article needs words to match, the condition aside.
  bool demands_words() const { return !plain.empty() || !phrases.empty(); }
};

// A word as the index has it in a language; one with synonyms as "car | automobil | motor vehicl".
std::string shown_term(const QueryTerms& terms, std::size_t word, std::size_t language);

// How many of the plain words an article must have: what is asked for, at least one and at most
// all of them; a share is rounded down. Unless asked for one, or none where there are phrases.
std::size_t needed_words(const QueryTerms& terms, const std::optional<MinMatch>& asked);

// Words that say nothing (see is_stop_word()) are left out of queries of kLongQuery words and more,
// and in shorter ones they cannot match by themselves; unless the query has no others.
// (Stop words help short headline-like queries and hurt long questions.)
constexpr std::size_t kLongQuery = 6;

// In words that stand for others because of synonyms; those of words beyond are left out.
constexpr std::size_t kMaxSynonymsInQuery = 256;

// Words with * or ~ stand for those of the vocabulary; without one, for themselves. Words that are
// neither in quotes, nor excluded, nor in NEAR stand for their synonyms as well; `synonyms` go by
// the same languages. Throws what Xapian throws when a database is damaged.
QueryTerms terms_of(const Query& query, std::span<const std::string> languages, Analyzer& analyzer,
                    const KnownTerms* vocabulary = nullptr, const SynonymTerms* synonyms = nullptr);

// Which of the words are stop words in the language that most of them belong to.
std::vector<bool> stop_words_among(std::span<const std::string> words);

}  // namespace dateline
