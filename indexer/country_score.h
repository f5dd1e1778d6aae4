// What the mentions of each country in an article amount to.
//
// A country's score is the sum over kinds of evidence and zones of the article of their weights
// times its mentions there, of which no more than three count: what is repeated is not meant the
// more.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "common/byte_range.h"
#include "common/country.h"
#include "indexer/place_mention.h"
#include "indexer/place_name.h"

namespace dateline {

// One place where an article names a country.
struct CountryMention {
  CountryCode country;
  PlaceKind kind = PlaceKind::kName;
  MentionZone zone = MentionZone::kBody;
  ByteRange range;         // in the title if zone is kTitle, else in the body
  double weight = 1.0;     // less than 1 for names that say little: of currencies, of past events
  std::size_t listed = 1;  // names in the list that it stands in: "Peru, Chile and Cuba" has 3
  bool venue = false;      // in the dateline of an article about talks, a match: perhaps only where
};

struct CountryScore {
  static constexpr std::size_t kZones = static_cast<std::size_t>(MentionZone::kBody) + 1;
  static constexpr std::size_t kKinds = static_cast<std::size_t>(PlaceKind::kNothing) + 1;

  CountryCode country;
  std::size_t first_mention = 0;  // its number among all mentions
  double mentions = 0;            // weighed by their kinds, all of them
  bool in_front = false;          // named in the title, the dateline or the lead
  bool venue = false;             // a mention of it is one
  std::size_t listed = 1;         // names in the longest list that it stands in
  // By zone and kind, each up to 3; what stands in the lead counts for the body.
  std::array<std::array<double, kKinds>, kZones> counts{};
  double score = 0;

  double in_zone(MentionZone zone) const;  // the kinds by their weights
  double named_in_body() const;            // by its own name
  double in_text() const;                  // the part of the score that is not the dateline's
};

// The scores of all countries with a mention, the strongest first; among equals the one named
// first.
std::vector<CountryScore> score_countries(const std::vector<CountryMention>& mentions);

}  // namespace dateline
