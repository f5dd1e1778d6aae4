// Which articles match the words of a query: exact, over all segments.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "common/index/snapshot.h"
#include "searcher/article_set.h"
#include "searcher/deadline.h"
#include "searcher/query_terms.h"
#include "searcher/word_postings.h"

namespace dateline {

// By segment, in the snapshot's order: the live articles that match the words of the query, filters
// aside.
using Matches = std::vector<ArticleSet>;

// Of one segment; `postings` are its, by number of the query's word. Once the deadline has passed
// it stops verifying phrases, and what it returns is of no use.
ArticleSet match(const Segment& segment, const QueryTerms& terms,
                 std::span<const WordPostings> postings, std::span<const std::string> languages,
                 Analyzer& analyzer, const Deadline& deadline = {});

// `languages` is the list that the terms are numbered by; `postings` are those of terms.words;
// `analyzer` serves to verify phrases. A query without words and phrases matches every live
// article. The deadline as above. Throws what Xapian throws when a database is damaged.
Matches match(const Snapshot& snapshot, const QueryTerms& terms, const QueryPostings& postings,
              std::span<const std::string> languages, Analyzer& analyzer,
              const Deadline& deadline = {});

}  // namespace dateline
