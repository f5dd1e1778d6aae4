// Articles that have several of a query's words.
#pragma once

#include <span>

#include "common/index/segment.h"
#include "searcher/article_set.h"
#include "searcher/word_postings.h"

namespace dateline {

// The articles that have at least `needed` of the words. Exact; deleted articles may be among them.
// `words` are distinct numbers into `postings`. REQUIRES: needed > 0.
ArticleSet with_at_least(const Segment& segment, std::span<const WordPostings> postings,
                         std::span<const std::size_t> words, std::size_t needed);

// The same of sets of one segment.
ArticleSet in_at_least(std::span<const ArticleSet> sets, std::size_t needed);

}  // namespace dateline
