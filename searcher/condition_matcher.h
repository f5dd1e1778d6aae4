// Which articles of a segment meet the condition of a query.
#pragma once

#include <span>
#include <string>

#include "common/index/segment.h"
#include "common/text/analyzer.h"
#include "searcher/article_set.h"
#include "searcher/deadline.h"
#include "searcher/query_terms.h"
#include "searcher/word_postings.h"

namespace dateline {

// Live articles only. `postings` are the segment's, by number of the query's word; `languages` the
// list that the terms go by. Once the deadline has passed it stops looking into articles, and what
// it returns is of no use. Throws what Xapian throws when a database is damaged.
// REQUIRES: terms.condition.
ArticleSet meeting_condition(const Segment& segment, const QueryTerms& terms,
                             std::span<const WordPostings> postings,
                             std::span<const std::string> languages, Analyzer& analyzer,
                             const Deadline& deadline);

}  // namespace dateline
