// By range, the most that any of its articles can score; and which ranges come first.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "searcher/live_filter.h"
#include "searcher/query_cursors.h"

namespace dateline {

class RangeBounds {
 public:
  // Of the ranges 0 to `ranges` - 1. One without an article that `among` lets pass has no bound.
  RangeBounds(const QueryCursors& query, const LiveFilter& among, std::size_t ranges);

  // Takes out the range with the highest bound and returns it, if that is at least `least`; of
  // equal ones the first.
  std::optional<std::uint32_t> take_highest(double least);

  // The first range from `first` on whose bound is at least `least`.
  std::optional<std::uint32_t> next(std::uint32_t first, double least) const;

  // What one cursor adds to the bound of a range.
  float part(std::size_t cursor, std::uint32_t range) const {
    return unit_ * static_cast<float>(parts_[cursor * bounds_.size() + range]);
  }

 private:
  // Bounds are counted in units, rounded up, so that many are added and compared at a time.
  static constexpr std::size_t kGroup = 32;

  void add(std::span<const std::uint16_t> parts);
  void find_highest(std::size_t group);
  std::uint16_t units_of(double least) const;

  float unit_ = 1;
  std::vector<std::uint16_t> bounds_;   // filled up with zeros to whole groups
  std::vector<std::uint16_t> highest_;  // of each group
  std::vector<std::uint16_t> parts_;    // of each cursor, as many as bounds_
};

}  // namespace dateline
