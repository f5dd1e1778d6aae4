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
  // Of the ranges 0 to `ranges` - 1. A range without an article that `among` lets pass, or without
  // one of the required words, has no bound.
  RangeBounds(const QueryCursors& query, const LiveFilter& among, std::size_t ranges);

  // Takes out the range with the highest bound and returns it, if that is at least `least`; of
  // equal ones the first.
  std::optional<std::uint32_t> take_highest(double least);

  // The first range from `first` on whose bound is at least `least`.
  std::optional<std::uint32_t> next(std::uint32_t first, double least) const;

 private:
  // Bounds are counted in units, rounded up, so that a group of them is compared at a time.
  static constexpr std::size_t kGroup = 32;

  void add(const QueryCursors& query);
  void require(std::span<const std::uint16_t> parts, bool required);
  std::uint16_t units_of(double least) const;

  float unit_ = 1;
  std::vector<std::uint16_t> bounds_;   // filled up with zeros to whole groups
  std::vector<std::uint16_t> highest_;  // of each group
};

}  // namespace dateline
