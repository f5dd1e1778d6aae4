// The postings of words that stand for several: as if all of those were one word of the index.
#pragma once

#include <span>
#include <string>

#include "common/index/snapshot.h"
#include "common/text/analyzer.h"
#include "searcher/deadline.h"
#include "searcher/published.h"
#include "searcher/query_terms.h"
#include "searcher/word_postings.h"

namespace dateline {

// read_postings(), and for each word with `any_of` the union of what it stands for. Once the
// deadline has passed it stops looking into articles, and what it returns is of no use.
QueryPostings read_all_postings(const Snapshot& snapshot, const QueryTerms& terms,
                                std::span<const std::string> languages, Analyzer& analyzer,
                                const Deadline& deadline, const Published* published = nullptr);

}  // namespace dateline
