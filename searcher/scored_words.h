// What scoring the articles of a segment needs. There are two ways to do it, top_k() and
// exhaustive_scores(), and they agree to the last bit: both score a posting by score_of() and add
// an article's words as floats in the order of the query.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "common/index/columns.h"
#include "common/index/impacts.h"

namespace dateline {

// What a word of the query means for the articles that have it.
enum class WordRole : std::uint8_t {
  kSuffices,  // they match, unless other words are required
  kRequired,  // the others do not match
  kAdds,      // they score more, if they match for other reasons
};

struct ScoredWord {
  double inverse_frequency = 0;
  std::span<const ImpactList> lists;  // no article is in two of them
  WordRole role = WordRole::kSuffices;
};

struct ScoringQuery {
  std::vector<ScoredWord> words;
  FieldStatistics statistics;  // of the whole index
};

// All of a word's score but the part that saturates.
inline float weight_of(const ScoredWord& word) {
  return static_cast<float>(word.inverse_frequency * (kSaturation + 1));
}

// A word's part in the score of an article with this norm of the body's length.
inline float score_of(float weight, const Posting& posting, float body_norm, const Columns& columns,
                      const FieldNorms& norms) {
  const auto in_body = static_cast<float>(posting.in_body);
  if (posting.in_title == 0) return weight * saturated_in_body(in_body, body_norm);
  return weight * saturated(static_cast<float>(posting.in_title), in_body,
                            norms.title(columns.title_words(posting.docid)), body_norm);
}

}  // namespace dateline
