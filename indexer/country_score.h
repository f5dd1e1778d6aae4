// Weighs the places where an article names countries: which it is about, and which most of all.
#pragma once

#include <cstddef>
#include <vector>

#include "common/article.h"
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
  ByteRange range;      // in the title if zone is kTitle, else in the body
  double weight = 1.0;  // less than 1 for names that say little: of currencies, of past events
};

// The countries of an article by its mentions, of which the first 1,000 become spans in the title
// or in the body. `body_bytes` is the size of the body. Evidence is "text", or "" if no country is
// found.
CountryFinding weigh_mentions(const std::vector<CountryMention>& mentions, std::size_t body_bytes);

}  // namespace dateline
