// The more a country scores, in all and compared with the strongest, the rather; also if the
// dateline or the first words name it, or the body by its own name; the rather the shorter the
// article is and the more countries it names, each of which then scores less; and if it stands in a
// list of countries, which share their part in the story.
#include "indexer/about_model.h"

#include <cmath>
#include <numeric>

namespace dateline {
namespace {

// As `evaluate fit-countries` prints them for the TRAIN split of Reuters-21578; COUNTRIES.md tells
// how well they do there and elsewhere.
constexpr AboutFeatures kCoefficients{-0.73, 1.47, 0.52, 3.06, 0.96, 0.46, -0.34, 0.48, 0.32};

}  // namespace

AboutFeatures about_features(const CountryScore& country, const AboutArticle& article) {
  return {1,
          std::log1p(country.score),
          std::log(country.score / article.best_score + 0.01),
          country.in_zone(MentionZone::kDateline) > 0 ? 1.0 : 0.0,
          country.in_front ? 1.0 : 0.0,
          country.named_in_body(),
          std::log(static_cast<double>(article.body_bytes) + 100),
          std::log(static_cast<double>(article.countries)),
          std::log(static_cast<double>(country.listed))};
}

double about_log_odds(const AboutFeatures& features) {
  return std::inner_product(features.begin(), features.end(), kCoefficients.begin(), 0.0);
}

}  // namespace dateline
