// What the writer and the reader of `impacts` share; FORMAT.md explains it.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "common/index/bm25f.h"

namespace dateline::impact_format {

constexpr std::string_view kMagic = "DLIMPAC1";

enum Section : std::uint8_t { kLists, kGroupStart, kListStart, kOnce, kSummary, kSections };

struct Summary {
  std::array<double, kBm25fParameters.size()> parameters;
  FieldStatistics statistics;
};
static_assert(sizeof(Summary) == 48);

constexpr std::size_t kGroup = 64;       // lists that share a start
constexpr std::size_t kCodeStarts = 16;  // cells that share a start

enum class Shape : std::uint8_t { kFew, kCells, kMasks };

constexpr std::uint32_t kFewArticles = 128;  // at most, for kFew
constexpr std::uint32_t kMasksShare = 16;    // one article in so many, at least, for kMasks

// A list of kCells or kMasks begins so, at a multiple of 8. The arrays follow in this order, each
// right after the other: masks (kMasks) or ranges (kCells), code_start, escapes, bounds, counts
// (kCells), codes.
struct ListHeader {
  Shape shape;
  std::array<std::uint8_t, 3> zero;
  std::uint32_t cells;
  std::uint32_t escapes;
  std::uint32_t code_bytes;
};
static_assert(sizeof(ListHeader) == 16);

// Cells of up to this many articles list positions, others have a mask.
constexpr std::uint8_t kMostPositions = 8;

// How a cell stores that so many weighted occurrences are the most in it.
inline std::uint8_t stored_bound(double most) {
  const double impact = std::ceil(255 * most / (most + kSaturation));
  return static_cast<std::uint8_t>(std::min(impact, 255.0));
}

}  // namespace dateline::impact_format
