// Where a query word occurs in a segment: from its `impacts` where it has them, else from its
// Xapian database, which says the same but not where the high scores are.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "common/index/impacts.h"
#include "common/index/snapshot.h"
#include "searcher/published.h"
#include "searcher/query_terms.h"

namespace dateline {

struct WordPostings {
  // Deleted articles are among them; no article is in two of them. Several, because the word stands
  // for another term in each language.
  std::vector<ImpactList> lists;
  std::size_t articles = 0;  // in all
};

// The postings of all words of a query, and how much each word says.
struct QueryPostings {
  // By segment, in the snapshot's order, and there by number of the query's word.
  std::vector<std::vector<WordPostings>> segments;
  // Of each of the query's words, times its weight; 0 if it occurs nowhere.
  std::vector<double> inverse_frequency;
  FieldStatistics statistics;  // of all articles
};

// `languages` is the list that the words' terms are numbered by. The lists point into the
// segments' files. Only articles of `published`, if it is given, count for what the words say.
// Throws what Xapian throws when a database is damaged.
QueryPostings read_postings(const Snapshot& snapshot, std::span<const QueryWord> words,
                            std::span<const std::string> languages,
                            const Published* published = nullptr);

// Of all articles, or of those of `published`.
FieldStatistics all_statistics(const Snapshot& snapshot, const Published* published);

// How many articles have the word, deleted ones included; of `published`, if it is given.
std::size_t articles_with(const Snapshot& snapshot, const QueryWord& word,
                          std::span<const std::string> languages,
                          const Published* published = nullptr);

// How many of the articles have the word.
std::size_t count_among(const WordPostings& postings, const ArticleSet& articles);

// True if read_postings() gives bounds of scores.
inline bool has_impacts(const Segment& segment) { return segment.terms && segment.impacts; }

}  // namespace dateline
