#include "common/nearest_name.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::size_t kLongestName = 63;

// Damerau's distance in the restricted form (no letter is edited twice), row by row.
// REQUIRES: both are at most kLongestName bytes.
std::size_t edit_distance(std::string_view from, std::string_view to) {
  using Row = std::array<std::size_t, kLongestName + 1>;
  Row before_last{};
  Row last{};
  Row row{};
  for (std::size_t j = 0; j <= to.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = last;
    last = row;
  }
  return last[to.size()];
}

}  // namespace

std::optional<std::string_view> nearest_name(std::string_view typed,
                                             std::span<const std::string_view> known) {
  if (typed.empty() || typed.size() > kLongestName) return std::nullopt;
  std::optional<std::string_view> nearest;
  std::size_t fewest = kLongestName + 1;
  for (const std::string_view name : known) {
    if (name.size() > kLongestName) continue;
    const std::size_t edits = edit_distance(typed, name);
    const std::size_t allowed = std::max<std::size_t>(1, name.size() / 3);
    if (edits < fewest && edits <= allowed) {
      fewest = edits;
      nearest = name;
    }
  }
  return nearest;
}

}  // namespace dateline
