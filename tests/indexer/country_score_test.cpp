#include "indexer/country_score.h"

#include <catch2/catch.hpp>

namespace dateline {
namespace {

CountryMention mention_of(const char* code, PlaceKind kind, MentionZone zone) {
  return {{code[0], code[1]}, kind, zone, {0, 2}, 1.0};
}

double score_of(const std::vector<CountryMention>& mentions) {
  const auto scores = score_countries(mentions);
  REQUIRE(scores.size() == 1);
  return scores[0].score;
}

}  // namespace

TEST_CASE("A mention counts by its kind and its zone", "[indexer][country_score]") {
  const auto [kind, zone, score] = GENERATE(table<PlaceKind, MentionZone, double>({
      {PlaceKind::kName, MentionZone::kBody, 1.0},
      {PlaceKind::kName, MentionZone::kLead, 1.0},
      {PlaceKind::kName, MentionZone::kTitle, 3.0},
      {PlaceKind::kName, MentionZone::kDateline, 6.0},
      {PlaceKind::kDemonym, MentionZone::kBody, 1.0},
      {PlaceKind::kCapital, MentionZone::kBody, 0.9},
      {PlaceKind::kState, MentionZone::kBody, 0.8},
      {PlaceKind::kCity, MentionZone::kBody, 0.5},
      {PlaceKind::kInstitution, MentionZone::kBody, 0.3},
      {PlaceKind::kNothing, MentionZone::kTitle, 0.0},
  }));
  CHECK(score_of({mention_of("PE", kind, zone)}) == Approx(score));
}

TEST_CASE("What is repeated counts three times, an event once", "[indexer][country_score]") {
  const auto ten_times = [](PlaceKind kind) {
    return std::vector<CountryMention>(10, mention_of("PE", kind, MentionZone::kBody));
  };
  CHECK(score_of(ten_times(PlaceKind::kName)) == Approx(3));
  CHECK(score_of(ten_times(PlaceKind::kEvent)) == Approx(0.3));
}

TEST_CASE("The strongest comes first, of equals the one named first", "[indexer][country_score]") {
  const auto scores = score_countries({mention_of("PE", PlaceKind::kCity, MentionZone::kBody),
                                       mention_of("CL", PlaceKind::kName, MentionZone::kBody),
                                       mention_of("AR", PlaceKind::kName, MentionZone::kBody)});
  REQUIRE(scores.size() == 3);
  CHECK(scores[0].country == CountryCode{'C', 'L'});
  CHECK(scores[1].country == CountryCode{'A', 'R'});
  CHECK(scores[2].country == CountryCode{'P', 'E'});
}

}  // namespace dateline
