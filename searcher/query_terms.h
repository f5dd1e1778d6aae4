// A query as terms of the index.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/query.h"

namespace dateline {

// One word of the query. Articles are analysed in their own language, so the word stands for a
// different stem in each: "news" is "news" among English articles but "new" among German ones, and
// German stems must not be looked for in English articles.
struct QueryWord {
  std::vector<std::string> terms;  // by number of the language, as in the list given
  bool required_to_match = true;   // false: only adds to the score of what other words matched
  bool operator==(const QueryWord&) const = default;
};

struct QueryTerms {
  std::vector<QueryWord> words;                    // distinct, the phrases' among them
  std::vector<std::vector<std::size_t>> phrases;   // numbers into `words`, in order; all must occur
  std::vector<std::vector<std::size_t>> excluded;  // the same; one-word phrases are words
  std::vector<std::size_t> scored;  // words that count for the score, all of phrases among them
};

// Words that say nothing (see is_stop_word()) are left out of queries of kLongQuery words and more,
// and in shorter ones they cannot match by themselves; unless the query has no others.
// (Stop words help short headline-like queries and hurt long questions.)
constexpr std::size_t kLongQuery = 6;

QueryTerms terms_of(const Query& query, std::span<const std::string> languages, Analyzer& analyzer);

}  // namespace dateline
