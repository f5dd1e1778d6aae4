// What the words found in an article count as, where words of the query have synonyms.
#pragma once

#include <span>
#include <vector>

#include "searcher/article_hits.h"
#include "searcher/article_words.h"
#include "searcher/query_terms.h"

namespace dateline {

struct CountedHits {
  // In order of place: those of scored words. A word that stands for several is hit where one of
  // them is, and of several words side by side where the first one is.
  std::vector<WordHit> hits;
  std::vector<bool> marked;  // by hit of the article: whether it is part of any of them
};

// `hits` are those of an article in the language of `words`, in order of place.
CountedHits counted_hits(std::span<const WordHit> hits, const QueryTerms& terms,
                         const WordFinder& words);

}  // namespace dateline
