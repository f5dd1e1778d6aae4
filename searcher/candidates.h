// The articles worth looking into for passages: the best by their own score.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "common/index/snapshot.h"
#include "searcher/article_filter.h"
#include "searcher/best_candidates.h"
#include "searcher/matcher.h"
#include "searcher/request.h"

namespace dateline {

// Where articles are chosen from; what it refers to outlives it. `postings` and `filters` are by
// segment, `languages` is the list that the terms are numbered by.
struct CandidateSearch {
  const Snapshot& snapshot;
  const QueryTerms& terms;
  std::span<const std::string> languages;
  const QueryPostings& postings;
  std::span<const FilterSets> filters;
  std::optional<Recency> recency{};      // scores fade by it
  const Published* published = nullptr;  // all that counts, if not everything
};

// Which of the articles that match and pass all filters are wanted, in their order.
struct Stretch {
  std::size_t most = 0;
  std::optional<Candidate> after{};  // only those that come after this one
};

// The best of them: by descending score, then newer_first(). Without `matches`, which match()
// gives, only as much is matched as that takes. Throws what Xapian throws when a database is
// damaged.
std::vector<Candidate> choose_candidates(const CandidateSearch& search, const Matches* matches,
                                         const Stretch& wanted, Analyzer& analyzer);

// The first of them by date, in the order of first_by_date(), with their scores. REQUIRES: sort is
// not kRelevance.
std::vector<Candidate> candidates_by_date(const CandidateSearch& search, const Matches* matches,
                                          const Stretch& wanted, Sort sort, Analyzer& analyzer);

// Candidates in the order of the scores that other terms give them: those of `search`.
std::vector<Candidate> scored_again(const CandidateSearch& search,
                                    std::span<const Candidate> articles, Analyzer& analyzer);

// How many articles match and pass all filters.
std::size_t count_articles(const Matches& matches, std::span<const FilterSets> filters);

}  // namespace dateline
