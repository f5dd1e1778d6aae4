// Which articles match the words of a query: exact, over all segments.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "common/index/snapshot.h"
#include "searcher/article_set.h"
#include "searcher/query_terms.h"
#include "searcher/word_postings.h"

namespace dateline {

struct SegmentMatches {
  ArticleSet articles;  // live articles that match the words of the query, filters aside
  std::vector<WordPostings> words;  // by number of the query's word
};

struct Matches {
  std::vector<SegmentMatches> segments;   // in the snapshot's order
  std::vector<double> inverse_frequency;  // of each of the query's words; 0 if it occurs nowhere
  FieldStatistics statistics;             // of all articles
};

// `languages` is the list that the terms are numbered by; `analyzer` serves to verify phrases.
// A query without words and phrases matches every live article. The result points into the
// snapshot's files. Throws what Xapian throws when a database is damaged.
Matches match(const Snapshot& snapshot, const QueryTerms& terms,
              std::span<const std::string> languages, Analyzer& analyzer);

}  // namespace dateline
