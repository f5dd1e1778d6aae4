// Where a query word occurs in a segment, read from its Xapian database.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "common/index/segment.h"
#include "searcher/query_terms.h"

namespace dateline {

struct Posting {
  std::uint32_t docid = 0;
  std::uint32_t in_title = 0;  // occurrences
  std::uint32_t in_body = 0;
};

// Ascending docids, deleted articles among them. `languages` is the list that the word's terms are
// numbered by. Throws what Xapian throws when the database is damaged.
std::vector<Posting> read_postings(const Segment& segment, const QueryWord& word,
                                   std::span<const std::string> languages);

}  // namespace dateline
