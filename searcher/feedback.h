// Pseudo-relevance feedback: the words that the best articles share say what a query is about, and
// articles that share them, too, move up. Which articles match does not change.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "common/index/snapshot.h"
#include "common/text/analyzer.h"
#include "searcher/best_candidates.h"
#include "searcher/query.h"
#include "searcher/query_terms.h"
#include "searcher/word_postings.h"

namespace dateline {

// So many of the best articles are scored again with the added words, at least.
constexpr std::size_t kFeedbackCandidates = 200;

// True for queries that gained from feedback where it was measured: topics of a few words, and long
// questions. False for what may be a headline, because who types a headline wants that article.
bool gains_from_feedback(const Query& query);

// What the best articles are read from; what it refers to outlives it.
struct FeedbackSource {
  const Snapshot& snapshot;
  std::span<const std::string> languages;  // that terms are numbered by
  const FieldStatistics& statistics;       // of all articles
  const Published* published = nullptr;    // all articles that count, if not those of the snapshot
};

// The terms with up to 30 words of the best articles added to `scored`, each with a weight; words
// of the query that are among them gain weight. `best` are in order of their scores. The same with
// and without tokens. Throws what Xapian throws when a database is damaged.
QueryTerms with_feedback(const QueryTerms& terms, const FeedbackSource& source,
                         std::span<const Candidate> best, Analyzer& analyzer);

}  // namespace dateline
