// The scores of articles and passages, as formulas.
#pragma once

#include <cmath>
#include <cstddef>

namespace dateline {

// Articles: BM25F (Robertson, Zaragoza, Taylor: "Simple BM25 extension to multiple weighted
// fields", CIKM 2004): occurrences are weighted and normalised per field, added, then saturated
// once. k1 and the body's b are the usual ones for whole articles; a word in the title is worth
// about three in the body, and the length of titles varies too little to matter much.
constexpr double kSaturation = 1.2;       // k1
constexpr double kBodyLengthPull = 0.75;  // b of the body
constexpr double kTitleLengthPull = 0.3;  // b of the title
constexpr double kTitleWeight = 3.0;

// The inverse document frequency of BM25 that is never negative (Lucene's form).
inline double inverse_frequency(std::size_t articles, std::size_t articles_with_word) {
  const auto n = static_cast<double>(articles);
  const auto with = static_cast<double>(articles_with_word);
  return std::log(1.0 + (n - with + 0.5) / (with + 0.5));
}

// One word's part in an article's score, without its inverse frequency. Averages are of all
// articles.
struct FieldStatistics {
  double average_title_words = 1;
  double average_body_words = 1;
};
inline double word_score(double in_title, double in_body, double title_words, double body_words,
                         const FieldStatistics& statistics) {
  const double title_norm =
      1 - kTitleLengthPull + kTitleLengthPull * title_words / statistics.average_title_words;
  const double body_norm =
      1 - kBodyLengthPull + kBodyLengthPull * body_words / statistics.average_body_words;
  const double occurrences = kTitleWeight * in_title / title_norm + in_body / body_norm;
  return occurrences * (kSaturation + 1) / (occurrences + kSaturation);
}

// A passage's final score: its article's and its own, each as a share of the best in the answer.
constexpr double kArticleShare = 0.65;

}  // namespace dateline
