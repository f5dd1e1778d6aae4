// What each word adds to the score of one article: the sum that ranking made, taken apart.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "common/index/snapshot.h"
#include "searcher/explanation.h"
#include "searcher/word_postings.h"

namespace dateline {

// What articles were ranked by in the end, feedback included. What it refers to outlives it.
struct ScoredBy {
  const QueryTerms& terms;
  const QueryPostings& postings;
  std::size_t own_words = 0;  // of terms.words; those behind were added
};

// In the order of the query, only words that the article has. `language` is a number into the list
// that terms go by. The scores are those of exhaustive_scores(), before recency.
std::vector<ArticleWordPart> article_parts(const Snapshot& snapshot, std::size_t segment,
                                           std::uint32_t docid, std::size_t language,
                                           const ScoredBy& scored);

}  // namespace dateline
