// Do words stand near each other in an article? The essay above near.cpp tells how that is found.
#pragma once

#include <span>
#include <vector>

#include "common/index/article_sentences.h"
#include "searcher/article_hits.h"
#include "searcher/condition.h"

namespace dateline {

// Whether a condition of kind kPhrase or kNear is met; the title alone counts where it says so.
// `words` are the query's in the article's language. Linear in the hits, but for a logarithm.
bool stands_in(const ArticleHits& article, const Condition& condition, const WordFinder& words);

}  // namespace dateline
