// Where a row of words stands in a longer one with the fewest edits.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dateline {

// One step of an alignment; a side that has no word there is kNone.
struct AlignedPair {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t wanted = kNone;
  std::size_t found = kNone;
  bool operator==(const AlignedPair&) const = default;
};

struct WordAlignment {
  std::size_t edits = 0;  // words missing, added or replaced
  std::vector<AlignedPair>
      pairs;  // every word of `wanted`, in order, and those of `text` among them
};

// The best place, the earliest of equals; nothing if it takes more than `most` edits. Time and
// memory grow with the product of both sizes. (Sellers, "The theory and computation of evolutionary
// distances", 1980.)
std::optional<WordAlignment> align(std::span<const std::string> wanted,
                                   std::span<const std::string> text, std::size_t most);

}  // namespace dateline
