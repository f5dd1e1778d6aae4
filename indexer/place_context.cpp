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

// How much the rest of the article speaks for a country: by naming it or its people, and by naming
// places within it. Enough is enough: what an article repeats need not be what one name means.
struct Evidence {
  double national = 0;
  double local = 0;
};

using EvidenceByCountry = std::map<CountryCode, Evidence>;

constexpr double kMostEvidence = 3;

void add_evidence(EvidenceByCountry& evidence, const PlaceMeaning& meaning) {
  Evidence& entry = evidence[meaning.country];
  switch (meaning.kind) {
    case PlaceKind::kName:
    case PlaceKind::kDemonym:
    case PlaceKind::kCapital:
      entry.national = std::min(kMostEvidence, entry.national + 1);
      break;
    case PlaceKind::kState:
    case PlaceKind::kCity:
      entry.local = std::min(kMostEvidence, entry.local + 1);
      break;
    case PlaceKind::kInstitution:
      entry.national = std::min(kMostEvidence, entry.national + 0.3);
      break;
    case PlaceKind::kEvent:
    case PlaceKind::kNothing:
      break;
  }
}

bool is_local(PlaceKind kind) { return kind == PlaceKind::kState || kind == PlaceKind::kCity; }

// That an article names the United States says little about whether Georgia is the state; that it
// names Atlanta says much.
double evidence_for(const PlaceMeaning& meaning, const EvidenceByCountry& evidence) {
  constexpr double kNationalForLocal = 0.3;
  constexpr double kFriendShare = 0.5;
  const auto find = [&evidence](CountryCode country) {
    const auto entry = evidence.find(country);
    return entry != evidence.end() ? entry->second : Evidence{};
  };
  const Evidence own = find(meaning.country);
  double total = own.local + own.national * (is_local(meaning.kind) ? kNationalForLocal : 1.0);
  for (const CountryCode neighbour : meaning.friends) {
    total += kFriendShare * std::min(1.0, find(neighbour).national);
  }
  return total;
}

// True if its words alone say which country is meant: Armenia is not the town in Colombia.
bool is_plain(const PlaceMention& mention) {
  if (mention.settled) return true;
  const auto& meanings = mention.name->meanings;
  if (mention.name->contested) return false;
  return meanings.size() == 1 || (!is_local(meanings[0].kind) && is_local(meanings[1].kind));
}

// True if the article names nothing but places within one country, and never that country: local
// news, in which Paris is the next town.
bool is_local_news_of(CountryCode country, const EvidenceByCountry& evidence) {
  if (evidence.size() != 1) return false;
  const auto& [only, amount] = *evidence.begin();
  return only == country && amount.local > 0 && amount.national == 0;
}

// How much more evidence a rival needs than the first meaning. Except in local news, towns do not
// outvote the country or the capital that they are named after.
double advance_over(const PlaceName& name, const PlaceMeaning& rival,
                    const EvidenceByCountry& evidence) {
  constexpr double kNoContest = 1000;
  const PlaceMeaning& first = name.meanings[0];
  if (!name.has_default) return 0;
  if (!is_local(first.kind) && !is_local(rival.kind)) return 0.5;
  if (name.contested && is_local_news_of(rival.country, evidence)) return 0.5;
  if (!is_local(first.kind)) return kNoContest;
  const bool much_larger = first.kind != rival.kind || first.thousands >= 4 * rival.thousands;
  return name.contested || much_larger ? 2.5 : 0.4;
}

const PlaceMeaning* best_meaning(const PlaceName& name, const EvidenceByCountry& evidence) {
  const PlaceMeaning* best = &name.meanings[0];
  const double for_first = evidence_for(*best, evidence);
  double lead = 0;  // of the best rival over what it has to beat
  for (const PlaceMeaning& rival : name.meanings) {
    if (&rival == &name.meanings[0]) continue;
    const double surplus =
        evidence_for(rival, evidence) - for_first - advance_over(name, rival, evidence);
    if (surplus <= lead) continue;
    lead = surplus;
    best = &rival;
  }
  const bool told = !name.contested || name.has_default || lead > 0 || for_first > 0;
  return told ? best : nullptr;
}

// A dateline names the place that the world knows by its name: "LONDON, March 3 -" is not written
// in Ontario. Only two countries that share a capital, as the Soviet Union and Russia, leave it
// open.
bool is_unquestioned(const PlaceMention& mention) {
  const auto& meanings = mention.name->meanings;
  if (mention.zone != MentionZone::kDateline || !mention.name->has_default) return false;
  return std::all_of(meanings.begin() + 1, meanings.end(),
                     [](const PlaceMeaning& rival) { return is_local(rival.kind); });
}

}  // namespace

void settle_by_article(std::span<PlacePart* const> parts) {
  EvidenceByCountry evidence;
  std::map<const PlaceName*, const PlaceMeaning*> settled_elsewhere;
  for (const PlacePart* part : parts) {
    for (const PlaceMention& mention : part->mentions) {
      if (mention.dropped) continue;
      const PlaceMeaning& meaning = mention.settled ? *mention.meaning : mention.name->meanings[0];
      if (is_plain(mention)) add_evidence(evidence, meaning);
      if (mention.settled || is_unquestioned(mention)) {
        settled_elsewhere.try_emplace(mention.name, &meaning);
      }
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
