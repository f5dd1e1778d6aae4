// What scoring the articles of a segment needs, and the two ways to do it.
#pragma once

#include <span>
#include <vector>

#include "common/index/columns.h"
#include "common/index/impacts.h"
#include "searcher/article_set.h"

namespace dateline {

struct ScoredWord {
  double inverse_frequency = 0;
  std::span<const ImpactList> lists;  // no article is in two of them
};

// An article's score is the sum of its words' scores, added as floats in the order of the words.
// Both ways do exactly that, so that they agree to the last bit.
struct ScoringQuery {
  std::vector<ScoredWord> words;
  FieldStatistics statistics;  // of the whole index
};

inline float score_of(const ScoredWord& word, const Posting& posting, const Columns& columns,
                      const FieldStatistics& statistics) {
  return static_cast<float>(word.inverse_frequency * word_score(posting.in_title, posting.in_body,
                                                                columns.title_words(posting.docid),
                                                                columns.body_words(posting.docid),
                                                                statistics));
}

}  // namespace dateline
