// What names of several places mean, as the rest of the article tells: Georgia in an article about
// Tbilisi, Alexandria in one about Fargo and Moorhead.
#pragma once

#include <span>

#include "indexer/place_mention.h"

namespace dateline {

// Gives every mention that is not settled its meaning: the only one, or the one for which the
// article speaks; drops those about which it does not tell.
void settle_by_article(std::span<PlacePart* const> parts);

}  // namespace dateline
