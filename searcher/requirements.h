// What articles must have to be found beyond what facets filter by: the query's condition, enough
// of its words, not being the article that others like it are looked for.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "common/index/snapshot.h"
#include "common/text/analyzer.h"
#include "searcher/article_filter.h"
#include "searcher/deadline.h"
#include "searcher/like.h"
#include "searcher/query_terms.h"
#include "searcher/word_postings.h"

namespace dateline {

// The request's own filters, by segment; those below are added to them.
std::vector<FilterSets> filters_of(const Snapshot& snapshot, const Filters& filters);

// Leaves only articles that have `needed` of the plain words; 0 leaves all.
void require_words(const Snapshot& snapshot, const QueryTerms& terms, const QueryPostings& postings,
                   std::size_t needed, std::vector<FilterSets>& filters);

// Leaves only articles that meet the query's condition. REQUIRES: it has one. Throws what Xapian
// throws when a database is damaged.
void require_condition(const Snapshot& snapshot, const QueryTerms& terms,
                       const QueryPostings& postings, std::span<const std::string> languages,
                       Analyzer& analyzer, const Deadline& deadline,
                       std::vector<FilterSets>& filters);

// Leaves out the article and its copies, which say nothing that it does not.
void leave_out(const Snapshot& snapshot, const LikedArticle& liked,
               std::vector<FilterSets>& filters);

}  // namespace dateline
