// A name of a place that stands in a text, before and after it is settled what it means there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/gazetteer.h"
#include "indexer/place_text.h"

namespace dateline {

enum class MentionZone : std::uint8_t { kTitle, kDateline, kLead, kBody };  // lead: first words

struct PlaceMention {
  std::size_t first_word = 0;  // in its text
  std::size_t word_count = 0;
  const PlaceName* name = nullptr;
  // What it means here; nullptr while several meanings are possible and when it means nothing.
  const PlaceMeaning* meaning = nullptr;
  MentionZone zone = MentionZone::kBody;
  bool dropped = false;  // a person, an adjective of a currency, ...: no place after all
  bool placed = false;   // the words beside it say that it is a place: "in Bicester"
  bool civic = false;    // what towns have stands after it: "Bicester police"
  bool county = false;   // it is a county's name: "Maury County"
  bool settled = false;  // by its own words ("Paris, Texas"): the rest of the text has no say

  std::size_t end_word() const { return first_word + word_count; }
};

// A title or a body with the places found in it, in their order; they do not overlap.
struct PlacePart {
  PlaceText text;
  std::vector<PlaceMention> mentions;
  bool english = false;        // or of a language that is not known
  bool heading_style = false;  // most words have capitals, so that a capital tells nothing
};

// Cuts `text` into words and finds all names in it. `own` are the names of its language, nullptr
// if it has none; `language` decides whether English names of peoples count.
PlacePart read_places(std::string_view text, const Gazetteer* own, std::string_view language);

}  // namespace dateline
