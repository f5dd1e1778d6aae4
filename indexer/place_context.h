// What a name of several places means where it stands, as the words beside it and the rest of the
// article tell: "Lebanon, Pa.", "Birmingham, Alabama", Georgia in an article about Tbilisi.
#pragma once

#include <array>
#include <span>

#include "indexer/place_mention.h"

namespace dateline {

// Settles mentions before a comma and the region they lie in, and drops abbreviated states and
// common words that stand elsewhere.
void settle_by_region(PlacePart& part);

// Gives every other mention its meaning: the only one, or the one whose country the rest of the
// article names most; drops those about which it does not tell.
void settle_by_article(std::span<PlacePart* const> parts);

}  // namespace dateline
