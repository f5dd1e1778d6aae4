#include "searcher/range_bounds.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "common/processor_versions.h"

namespace dateline {
namespace {

constexpr float kMostUnits = 60000;  // of a sum, before each part is rounded up

}  // namespace

RangeBounds::RangeBounds(const QueryCursors& query, const LiveFilter& among, std::size_t ranges)
    : bounds_((ranges + kGroup - 1) / kGroup * kGroup),
      highest_(bounds_.size() / kGroup),
      parts_(bounds_.size() * query.all().size()) {
  float most = 0;
  for (const ListCursor& cursor : query.all()) most += cursor.highest_bound();
  if (most == 0) return;
  unit_ = most / kMostUnits;
  for (std::size_t at = 0; at < query.all().size(); ++at) {
    const auto parts = std::span(parts_).subspan(at * bounds_.size(), bounds_.size());
    query.all()[at].write_bounds(unit_, parts);
    add(parts);
  }
  if (!among.lets_all_pass()) {
    for (std::uint32_t range = 0; range < ranges; ++range) {
      if (among[range] == 0) bounds_[range] = 0;
    }
  }
  for (std::size_t group = 0; group < highest_.size(); ++group) find_highest(group);
}

DATELINE_PROCESSOR_VERSIONS
void RangeBounds::find_highest(std::size_t group) {
  const std::uint16_t* const bounds = bounds_.data() + group * kGroup;
  std::uint16_t highest = 0;
  for (std::size_t at = 0; at < kGroup; ++at) highest = std::max(highest, bounds[at]);
  highest_[group] = highest;
}

DATELINE_PROCESSOR_VERSIONS
void RangeBounds::add(std::span<const std::uint16_t> parts) {
  std::uint16_t* const bounds = bounds_.data();
  for (std::size_t range = 0; range < parts.size(); ++range) {
    bounds[range] = static_cast<std::uint16_t>(bounds[range] + parts[range]);
  }
}

// The fewest units that may be as much as `least`.
std::uint16_t RangeBounds::units_of(double least) const {
  if (!(least > 0)) return 1;
  const double units = std::floor(least / static_cast<double>(unit_) * (1 - 1e-6));
  return static_cast<std::uint16_t>(std::clamp(units, 1.0, 65535.0));
}

DATELINE_PROCESSOR_VERSIONS
std::optional<std::uint32_t> RangeBounds::take_highest(double least) {
  std::uint16_t most = 0;
  for (const std::uint16_t one : highest_) most = std::max(most, one);
  if (most < units_of(least)) return std::nullopt;
  const auto group = static_cast<std::size_t>(std::find(highest_.begin(), highest_.end(), most) -
                                              highest_.begin());
  const auto first = bounds_.begin() + static_cast<std::ptrdiff_t>(group * kGroup);
  const auto found = std::find(first, first + kGroup, most);
  *found = 0;
  find_highest(group);
  return static_cast<std::uint32_t>(found - bounds_.begin());
}

DATELINE_PROCESSOR_VERSIONS
std::optional<std::uint32_t> RangeBounds::next(std::uint32_t first, double least) const {
  const std::uint16_t enough = units_of(least);
  for (std::size_t at = first; at < bounds_.size(); ++at) {
    if (at % kGroup == 0) {
      while (at < bounds_.size() && highest_[at / kGroup] < enough) at += kGroup;
      if (at >= bounds_.size()) return std::nullopt;
    }
    if (bounds_[at] >= enough) return static_cast<std::uint32_t>(at);
  }
  return std::nullopt;
}

}  // namespace dateline
