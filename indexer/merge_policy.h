// Which segments of an index are worth merging, so that many small additions stay as fast to search
// as one large one without every addition rewriting the whole index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "common/index/manifest.h"

namespace dateline {

// Segments of about the same size form a tier; each tier's are up to kTierFactor times as large as
// the one's below. A tier of kTierFactor segments is merged, all smaller segments with it, into one
// of the next tier: an article is rewritten once per tier, and an index of N articles has at most
// kTierFactor segments in each of log N tiers (O'Neil et al., "The log-structured merge-tree",
// 1996; the tiered form is that of Lucene's and Cassandra's policies).
constexpr std::size_t kTierFactor = 8;

// A segment of which more than half is deleted is worth rewriting by itself.
constexpr std::uint32_t kMostDeletedPercent = 50;

// Numbers into `segments`, ascending; empty if all is well as it is.
std::vector<std::size_t> segments_to_merge(std::span<const SegmentEntry> segments);

}  // namespace dateline
