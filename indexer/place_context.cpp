#include "indexer/place_context.h"

#include <algorithm>
#include <map>

namespace dateline {
namespace {

bool has_capital(const PlaceWord& word) {
  return word.form == WordForm::kCapital || word.form == WordForm::kCapitals;
}

const PlaceMeaning* meaning_in(const PlaceName& name, CountryCode country) {
  const auto meaning =
      std::find_if(name.meanings.begin(), name.meanings.end(),
                   [country](const PlaceMeaning& rival) { return rival.country == country; });
  return meaning != name.meanings.end() ? &*meaning : nullptr;
}

bool is_region_kind(PlaceKind kind) {
  return kind == PlaceKind::kName || kind == PlaceKind::kState;
}

// "Pa." after a comma and a word with a capital; short ones need their period or capitals.
bool is_abbreviated_state(const PlacePart& part, const PlaceMention& mention) {
  if (mention.name->trust != NameTrust::kAfterComma || mention.first_word == 0) return false;
  const PlaceWord& word = part.text.words[mention.first_word];
  const PlaceWord& before = part.text.words[mention.first_word - 1];
  if (word.gap != Gap::kComma || !has_capital(before)) return false;
  return word.period_after || word.dotted || word.form == WordForm::kCapitals ||
         word.folded_size > 3;
}

void settle(PlaceMention& mention, const PlaceMeaning* meaning) {
  mention.meaning = meaning;
  mention.settled = true;
}

// The meaning that both names of "X, Region" allow, if that is how they are to be read.
void settle_pair(const PlacePart& part, PlaceMention& place, PlaceMention& region) {
  if (part.text.words[region.first_word].gap != Gap::kComma) return;
  const PlaceKind kind = place.name->meanings[0].kind;
  if (region.settled) {  // an abbreviated state: whatever stands before it lies there
    if (const auto* meaning = meaning_in(*place.name, region.meaning->country)) {
      settle(place, meaning);
    } else {
      place.dropped = true;
    }
    return;
  }
  if (kind == PlaceKind::kName && !place.name->contested) return;  // a list of countries
  for (const PlaceMeaning& meaning : region.name->meanings) {
    if (!is_region_kind(meaning.kind) && !region.name->contested) continue;
    const PlaceMeaning* shared = meaning_in(*place.name, meaning.country);
    if (shared == nullptr) continue;
    settle(place, shared);
    settle(region, &meaning);
    return;
  }
}

}  // namespace

void settle_by_region(PlacePart& part) {
  for (PlaceMention& mention : part.mentions) {
    if (mention.name->trust != NameTrust::kAfterComma) continue;
    if (is_abbreviated_state(part, mention)) {
      settle(mention, &mention.name->meanings[0]);
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

namespace {

double weight_as_evidence(const PlaceMeaning& meaning) {
  switch (meaning.kind) {
    case PlaceKind::kName:
    case PlaceKind::kDemonym:
      // Federal names say nothing about whether Georgia is the state.
      return meaning.country == CountryCode{'U', 'S'} ? 0.3 : 1.0;
    case PlaceKind::kCapital:
    case PlaceKind::kState:
      return 1.0;
    case PlaceKind::kCity:
      return 0.7;
    case PlaceKind::kInstitution:
      return 0.3;
    case PlaceKind::kEvent:
    case PlaceKind::kNothing:
      return 0;
  }
  return 0;
}

// True if its words alone say which country is meant.
bool is_plain(const PlaceMention& mention) {
  return mention.settled || (!mention.name->contested && mention.name->meanings.size() == 1);
}

using Evidence = std::map<CountryCode, double>;

double evidence_for(const PlaceMeaning& meaning, const Evidence& evidence) {
  constexpr double kFriendShare = 0.5;
  const auto count = [&evidence](CountryCode country) {
    const auto entry = evidence.find(country);
    return entry != evidence.end() ? entry->second : 0.0;
  };
  double total = count(meaning.country);
  for (const CountryCode neighbour : meaning.friends) total += kFriendShare * count(neighbour);
  return total;
}

// What the first meaning has in advance: a capital or a city much larger than its namesakes needs
// strong evidence against it.
double advance_of(const PlaceName& name) {
  constexpr double kDefault = 1.5;
  if (name.contested) return name.has_default ? kDefault : 0.0;
  const PlaceMeaning& first = name.meanings[0];
  const PlaceMeaning& second = name.meanings[1];
  if (first.kind == PlaceKind::kName && second.kind == PlaceKind::kName) return kDefault;
  if (first.kind == PlaceKind::kName || first.kind == PlaceKind::kDemonym) return 1000;
  if (first.kind == second.kind && first.thousands < 4 * second.thousands) return 0.4;
  return 2 * kDefault;
}

const PlaceMeaning* best_meaning(const PlaceName& name, const Evidence& evidence) {
  if (name.meanings.size() == 1) {
    const bool told =
        !name.contested || name.has_default || evidence_for(name.meanings[0], evidence) > 0;
    return told ? &name.meanings[0] : nullptr;
  }
  const PlaceMeaning* best = nullptr;
  double most = 0;
  for (const PlaceMeaning& meaning : name.meanings) {
    double total = evidence_for(meaning, evidence);
    if (&meaning == &name.meanings[0]) total += advance_of(name);
    if (total <= most) continue;
    most = total;
    best = &meaning;
  }
  return best;
}

}  // namespace

void settle_by_article(std::span<PlacePart* const> parts) {
  Evidence evidence;
  std::map<const PlaceName*, const PlaceMeaning*> settled_elsewhere;
  for (const PlacePart* part : parts) {
    for (const PlaceMention& mention : part->mentions) {
      if (mention.dropped || !is_plain(mention)) continue;
      const PlaceMeaning& meaning = mention.settled ? *mention.meaning : mention.name->meanings[0];
      evidence[meaning.country] += weight_as_evidence(meaning);
      if (mention.settled) settled_elsewhere.try_emplace(mention.name, mention.meaning);
    }
  }
  for (PlacePart* part : parts) {
    for (PlaceMention& mention : part->mentions) {
      if (mention.dropped || mention.settled) continue;
      const auto elsewhere = settled_elsewhere.find(mention.name);
      mention.meaning = elsewhere != settled_elsewhere.end()
                            ? elsewhere->second
                            : best_meaning(*mention.name, evidence);
      if (mention.meaning == nullptr) mention.dropped = true;
    }
  }
}

}  // namespace dateline
