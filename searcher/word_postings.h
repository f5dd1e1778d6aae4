// Where a query word occurs in a segment: from its `impacts` where it has them, else from its
// Xapian database, which says the same but not where the high scores are.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "common/index/impacts.h"
#include "common/index/segment.h"
#include "searcher/query_terms.h"

namespace dateline {

struct WordPostings {
  // Deleted articles are among them; no article is in two of them. Several, because the word stands
  // for another term in each language.
  std::vector<ImpactList> lists;
  std::size_t articles = 0;  // in all
};

// `languages` is the list that the word's terms are numbered by. The lists point into the segment's
// files. Throws what Xapian throws when the database is damaged.
WordPostings read_postings(const Segment& segment, const QueryWord& word,
                           std::span<const std::string> languages);

// True if read_postings() gives bounds of scores.
inline bool has_impacts(const Segment& segment) { return segment.terms && segment.impacts; }

}  // namespace dateline
