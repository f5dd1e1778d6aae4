// The phrases of page furniture in furniture.tsv, looked up by the folded words of a line: a
// look-up costs the same however many phrases there are. Thread-safe.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace dateline {

enum class PhraseKind : std::uint8_t {
  kAdvertisement,  // a whole line that marks an advertisement
  kButton,         // a name on a share button; a line of nothing else is a row of buttons
  kHeading,        // a whole line that heads a list of other articles
  kLine,           // any other whole line, without the marks, arrows and counts around it
};

// True if `words`, as fold_letters() writes them, are a phrase of this kind.
bool is_furniture_phrase(std::string_view words, PhraseKind kind);

// True if a line of furniture begins as `folded` does.
bool opens_furniture(std::string_view folded);

// Bytes of the longest heading.
std::size_t longest_furniture_heading();

// Names that betray an invitation to follow the site elsewhere, wherever they stand in a line.
std::span<const std::string_view> furniture_networks();

}  // namespace dateline
