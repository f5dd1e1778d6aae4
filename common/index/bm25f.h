// How well one word speaks for an article: BM25F (Robertson, Zaragoza, Taylor: "Simple BM25
// extension to multiple weighted fields", CIKM 2004). Occurrences are weighted and normalised per
// field, added, then saturated once. k1 and the body's b are the usual ones for whole articles; a
// word in the title is worth about three in the body, and the length of titles varies too little to
// matter much. It stands here because the index keeps upper bounds of these scores.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

namespace dateline {

constexpr double kSaturation = 1.2;       // k1
constexpr double kBodyLengthPull = 0.75;  // b of the body
constexpr double kTitleLengthPull = 0.3;  // b of the title
constexpr double kTitleWeight = 3.0;

// All that a stored bound depends on, besides the averages.
constexpr std::array<double, 4> kBm25fParameters = {kSaturation, kBodyLengthPull, kTitleLengthPull,
                                                    kTitleWeight};

struct FieldStatistics {
  double average_title_words = 1;
  double average_body_words = 1;
};

// Of `articles` with so many words in all; an average is never below 1.
inline FieldStatistics field_statistics(double title_words, double body_words, double articles) {
  const double count = std::max(1.0, articles);
  return {std::max(1.0, title_words / count), std::max(1.0, body_words / count)};
}

// Occurrences of a word, weighted and normalised by the lengths of the fields.
inline double weighted_occurrences(double in_title, double in_body, double title_words,
                                   double body_words, const FieldStatistics& statistics) {
  const double title_norm =
      1 - kTitleLengthPull + kTitleLengthPull * title_words / statistics.average_title_words;
  const double body_norm =
      1 - kBodyLengthPull + kBodyLengthPull * body_words / statistics.average_body_words;
  return kTitleWeight * in_title / title_norm + in_body / body_norm;
}

// The same for ranking, in floats and with one division. With T and B the norms of title and body,
// the saturated x / (x + k1) of x = w t / T + b / B is y / (y + k1 T B) for y = w t B + b T.
class FieldNorms {
 public:
  explicit FieldNorms(const FieldStatistics& statistics)
      : title_slope_(static_cast<float>(kTitleLengthPull / statistics.average_title_words)),
        body_slope_(static_cast<float>(kBodyLengthPull / statistics.average_body_words)) {}

  float title(std::uint32_t words) const {
    return static_cast<float>(1 - kTitleLengthPull) + title_slope_ * as_float(words);
  }
  float body(std::uint32_t words) const {
    return static_cast<float>(1 - kBodyLengthPull) + body_slope_ * as_float(words);
  }

 private:
  // Through a signed number, which processors convert at once. No article has 2^31 words.
  static float as_float(std::uint32_t words) {
    return static_cast<float>(static_cast<std::int32_t>(words & 0x7FFFFFFF));
  }

  float title_slope_;
  float body_slope_;
};

inline float saturated_in_body(float in_body, float body_norm) {
  return in_body / (in_body + static_cast<float>(kSaturation) * body_norm);
}

inline float saturated(float in_title, float in_body, float title_norm, float body_norm) {
  const float occurrences =
      static_cast<float>(kTitleWeight) * in_title * body_norm + in_body * title_norm;
  return occurrences / (occurrences + static_cast<float>(kSaturation) * title_norm * body_norm);
}

}  // namespace dateline
