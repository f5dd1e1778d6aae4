#include "indexer/place_context.h"

namespace dateline {
namespace {

bool has_capital(const PlaceWord& word) {
  return word.form == WordForm::kCapital || word.form == WordForm::kCapitals;
}

// What a name means in the part of a country that `region` is; if it is not known to be there,
// in that country.
const PlaceMeaning* meaning_in(const PlaceName& name, const PlaceMeaning& region) {
  const PlaceMeaning* found = nullptr;
  for (const PlaceMeaning& meaning : name.meanings()) {
    if (meaning.country != region.country) continue;
    if (found == nullptr || (region.region.known() && meaning.region == region.region)) {
      found = &meaning;
    }
  }
  return found;
}

bool is_region_kind(PlaceKind kind) {
  return kind == PlaceKind::kName || kind == PlaceKind::kState;
}

// "Pa." after a comma and a word with a capital; short ones need their period, capitals, or in a
// dateline another comma: "BRISTOL, Va, March 23 -".
bool is_abbreviated_state(const PlacePart& part, const PlaceMention& mention) {
  if (mention.name->trust != NameTrust::kAfterComma || mention.first_word == 0) return false;
  const PlaceWord& word = part.text.words[mention.first_word];
  const PlaceWord& before = part.text.words[mention.first_word - 1];
  if (word.gap != Gap::kComma || !has_capital(before)) return false;
  const bool in_dateline = mention.zone == MentionZone::kDateline &&
                           mention.end_word() < part.text.words.size() &&
                           part.text.words[mention.end_word()].gap == Gap::kComma;
  return word.period_after || word.dotted || word.form == WordForm::kCapitals ||
         word.folded_size > 3 || in_dateline;
}

void settle(PlaceMention& mention, const PlaceMeaning* meaning) {
  mention.meaning = meaning;
  mention.settled = true;
}

// "Macedonia, Ohio" is a town; "Macedonia, Albania" is a list of countries.
void settle_town_called_like_country(PlaceMention& place, PlaceMention& region) {
  const PlaceMeaning& state = region.name->meanings()[0];
  if (state.kind != PlaceKind::kState || !state.region.known()) return;
  const PlaceMeaning* town = meaning_in(*place.name, state);
  if (town == nullptr || town->region != state.region) return;
  settle(place, town);
  settle(region, &state);
}

// The meaning that both names of "X, Region" allow, if that is how they are to be read.
void settle_pair(const PlacePart& part, PlaceMention& place, PlaceMention& region) {
  if (part.text.words[region.first_word].gap != Gap::kComma) return;
  const PlaceKind kind = place.name->meanings()[0].kind;
  if (region.settled) {  // an abbreviated state: whatever stands before it lies there
    if (const auto* meaning = meaning_in(*place.name, *region.meaning)) {
      settle(place, meaning);
    } else {
      place.dropped = true;
    }
    return;
  }
  if (kind == PlaceKind::kName && !place.name->contested) {
    settle_town_called_like_country(place, region);
    return;
  }
  for (const PlaceMeaning& meaning : region.name->meanings()) {
    if (!is_region_kind(meaning.kind) && !region.name->contested) continue;
    const PlaceMeaning* shared = meaning_in(*place.name, meaning);
    if (shared == nullptr) continue;
    settle(place, shared);
    settle(region, &meaning);
    return;
  }
  // "Woodlands, Texas": some place, but none of those that the table knows by this name.
  const PlaceMeaning& part_of_country = region.name->meanings()[0];
  if (kind == PlaceKind::kCity && part_of_country.kind == PlaceKind::kState &&
      part_of_country.region.known()) {
    place.dropped = true;
  }
}

}  // namespace

void settle_by_region(PlacePart& part) {
  for (PlaceMention& mention : part.mentions) {
    if (mention.name->trust != NameTrust::kAfterComma) continue;
    if (is_abbreviated_state(part, mention)) {
      settle(mention, &mention.name->meanings()[0]);
    } else {
      mention.dropped = true;
    }
  }
  for (std::size_t i = 0; i + 1 < part.mentions.size(); ++i) {
    PlaceMention& place = part.mentions[i];
    PlaceMention& region = part.mentions[i + 1];
    if (place.dropped || region.dropped || place.end_word() != region.first_word) continue;
    settle_pair(part, place, region);
  }
  for (PlaceMention& mention : part.mentions) {
    if (mention.name->trust == NameTrust::kPlacedOnly && !mention.settled &&
        mention.zone != MentionZone::kDateline) {
      mention.dropped = true;
    }
  }
}

}  // namespace dateline
