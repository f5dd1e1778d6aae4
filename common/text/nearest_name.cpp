#include "common/text/nearest_name.h"

#include <algorithm>

#include "common/text/edit_distance.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestName = 63;

}  // namespace

std::optional<std::string_view> nearest_name(std::string_view typed,
                                             std::span<const std::string_view> known) {
  if (typed.empty() || typed.size() > kLongestName || find_invalid_utf8(typed)) return std::nullopt;
  std::optional<std::string_view> nearest;
  std::size_t fewest = kLongestName + 1;
  for (const std::string_view name : known) {
    if (name.size() > kLongestName) continue;
    const std::size_t allowed = std::max<std::size_t>(1, name.size() / 3);
    const std::size_t edits = edit_distance(typed, name, allowed);
    if (edits < fewest && edits <= allowed) {
      fewest = edits;
      nearest = name;
    }
  }
  return nearest;
}

}  // namespace dateline
