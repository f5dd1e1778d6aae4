// What a name of several places means where it stands, as the words beside it tell: "Lebanon, Pa.",
// "Birmingham, Alabama".
#pragma once

#include "indexer/place_mention.h"

namespace dateline {

// Settles mentions before a comma and the region they lie in, and drops abbreviated states and
// common words that stand elsewhere.
void settle_by_region(PlacePart& part);

}  // namespace dateline
