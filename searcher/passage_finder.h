// Where in an article the evidence for a query is: windows of whole sentences, scored.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/article_words.h"

namespace dateline {

struct ScoredPassage {
  ByteRange range;                    // in the article's text; whole sentences
  double score = 0;                   // comparable between articles for the same query; >= 0
  std::vector<ByteRange> highlights;  // in the article's text, within `range`
};

struct PassageQuery {
  const QueryTerms& terms;
  const std::vector<double>& inverse_frequency;  // of the query's words
  std::size_t passage_words = 120;               // about how long a passage is
  std::size_t most = 2;                          // passages wanted
};

// The best passages of the article, best first, none overlapping another. An article whose body has
// none of the words gives its opening with score 0. Empty only if the body has no words.
std::vector<ScoredPassage> find_passages(const Article& article, const PassageQuery& query,
                                         const WordFinder& finder, Analyzer& analyzer);

}  // namespace dateline
