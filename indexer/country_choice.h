// Chooses the countries that an article is about, and the one it is about most of all.
#pragma once

#include <cstddef>
#include <vector>

#include "common/article.h"
#include "indexer/country_score.h"

namespace dateline {

// The countries of an article by its mentions, of which the first 1,000 become spans in the title
// or in the body. `body_bytes` is the size of the body. Evidence is "text", or "" if no country is
// found.
CountryFinding weigh_mentions(const std::vector<CountryMention>& mentions, std::size_t body_bytes);

// True if a country is about as strong as the strongest: then the article is about it, too, and it
// may be the primary one.
bool is_near_tie(const CountryScore& country, const CountryScore& strongest);

}  // namespace dateline
