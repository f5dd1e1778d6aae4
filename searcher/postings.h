// Where a query word occurs in a segment, read from its Xapian database.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "common/index/posting.h"
#include "common/index/segment.h"
#include "searcher/query_terms.h"

namespace dateline {

// Ascending docids, deleted articles among them. `languages` is the list that the word's terms are
// numbered by. Throws what Xapian throws when the database is damaged.
std::vector<Posting> read_postings(const Segment& segment, const QueryWord& word,
                                   std::span<const std::string> languages);

}  // namespace dateline
