#include "indexer/merge_policy.h"

#include <cstdint>
#include <map>
#include <optional>

namespace dateline {
namespace {

// Below this, opening a segment costs more than searching it.
constexpr std::size_t kSmallestTier = 256;  // living articles

std::size_t tier_of(const SegmentEntry& segment) {
  std::size_t tier = 0;
  for (std::size_t size = segment.articles - segment.deleted; size >= kSmallestTier;
       size /= kTierFactor) {
    ++tier;
  }
  return tier;
}

bool mostly_deleted(const SegmentEntry& segment) {
  return std::uint64_t{segment.deleted} * 100 >
         std::uint64_t{segment.articles} * kMostDeletedPercent;
}

// The highest tier that has enough segments to be merged; nothing if none has.
std::optional<std::size_t> full_tier(std::span<const SegmentEntry> segments) {
  std::map<std::size_t, std::size_t> counts;
  for (const SegmentEntry& segment : segments) ++counts[tier_of(segment)];
  for (auto tier = counts.rbegin(); tier != counts.rend(); ++tier) {
    if (tier->second >= kTierFactor) return tier->first;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::size_t> segments_to_merge(std::span<const SegmentEntry> segments) {
  const auto full = full_tier(segments);
  std::vector<std::size_t> numbers;
  for (std::size_t number = 0; number < segments.size(); ++number) {
    const SegmentEntry& segment = segments[number];
    if (mostly_deleted(segment) || (full && tier_of(segment) <= *full)) numbers.push_back(number);
  }
  return numbers;
}

}  // namespace dateline
