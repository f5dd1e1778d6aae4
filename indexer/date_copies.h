// Years for datelines that name none ("BAKU, February 28 -"), from copies of the same text.
#pragma once

#include <cstddef>
#include <span>

#include "common/index/snapshot.h"
#include "common/result.h"
#include "indexer/article_spool.h"

namespace dateline {

// In the spools `parts`, which are finished, gives every article that knows only month and day the
// date of an identical or nearly identical article there or among the published ones: evidence
// "duplicate". At least four fifths of what the two texts say must be common to them, and the
// copy's day be the dateline's or one of the three after it. Of several copies the earliest counts,
// then the one whose id comes first, so that the order of the parts does not matter. Articles that
// are published already stay as they are.
//
// Reads those articles of any year that are of the days concerned, each once. Returns how many
// articles got a date. Fails with kSystem, or kCorrupt if an article cannot be read.
Result<std::size_t> date_from_copies(std::span<ArticleSpool* const> parts,
                                     const Snapshot& published);

}  // namespace dateline
