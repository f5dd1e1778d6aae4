#include "indexer/about_model.h"

#include <cmath>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

CountryScore named_in_body(int times) {
  CountryScore score;
  score.counts.at(static_cast<std::size_t>(MentionZone::kBody))
      .at(static_cast<std::size_t>(PlaceKind::kName)) = times;
  score.score = times;
  return score;
}

}  // namespace

TEST_CASE("Each feature has a name and a coefficient", "[indexer][about_model]") {
  for (std::size_t i = 0; i < kAboutFeatures.size(); ++i) {
    INFO(kAboutFeatures.at(i));
    AboutFeatures features{};
    features.at(i) = 1;
    CHECK(about_log_odds(features) != 0);
    features.at(i) = 2;
    AboutFeatures half{};
    half.at(i) = 1;
    CHECK(about_log_odds(features) == Approx(2 * about_log_odds(half)));
  }
}

TEST_CASE("What speaks for a country and what against it", "[indexer][about_model]") {
  const AboutArticle article{6, 4, 1000};
  const double once = about_log_odds(about_features(named_in_body(1), article));
  CHECK(about_log_odds(about_features(named_in_body(2), article)) > once);
  CountryScore in_front = named_in_body(1);
  in_front.in_front = true;
  CHECK(about_log_odds(about_features(in_front, article)) > once);
  const AboutArticle longer{6, 4, 10'000};
  CHECK(about_log_odds(about_features(named_in_body(1), longer)) < once);
  const AboutArticle crowded{6, 12, 1000};
  CHECK(about_log_odds(about_features(named_in_body(1), crowded)) > once);
}

TEST_CASE("An empty body and a lone country are ordinary", "[indexer][about_model]") {
  const AboutFeatures features = about_features(named_in_body(1), {1, 1, 0});
  for (const double feature : features) CHECK(std::isfinite(feature));
}

}  // namespace dateline
