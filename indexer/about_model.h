// How likely an article is about a country that is not its strongest: a logistic model.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "indexer/country_score.h"

namespace dateline {

// What the model looks at, in the order of the features' values.
inline constexpr std::array<std::string_view, 9> kAboutFeatures{
    "constant",      "score",  "share of the best", "in the dateline", "in front",
    "named in body", "length", "countries",         "listed"};

using AboutFeatures = std::array<double, kAboutFeatures.size()>;

// The article beside the country.
struct AboutArticle {
  double best_score = 0;
  std::size_t countries = 0;  // with a mention
  std::size_t body_bytes = 0;
};

AboutFeatures about_features(const CountryScore& country, const AboutArticle& article);

// Log-odds by the fitted coefficients.
double about_log_odds(const AboutFeatures& features);

}  // namespace dateline
