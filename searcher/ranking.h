// The scores of articles and passages, as formulas. The part of an article's score that is about
// one word alone is in common/index/bm25f.h.
#pragma once

#include <cmath>
#include <cstddef>

#include "common/index/bm25f.h"

namespace dateline {

// The inverse document frequency of BM25 that is never negative (Lucene's form).
inline double inverse_frequency(std::size_t articles, std::size_t articles_with_word) {
  const auto n = static_cast<double>(articles);
  const auto with = static_cast<double>(articles_with_word);
  return std::log(1.0 + (n - with + 0.5) / (with + 0.5));
}

// A passage's final score: its article's and its own, each as a share of the best in the answer.
constexpr double kArticleShare = 0.65;

}  // namespace dateline
