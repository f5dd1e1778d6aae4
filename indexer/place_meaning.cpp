// Three things decide between the places that share a name. How large they are: a city is rather
// meant than a village. Which countries and parts of countries the article names: in the news of
// Ohio, Mansfield is the town in Ohio. And what lies near: the names of a piece of local news are
// often those of a dozen towns around the world each, but only in one corner of it do all of them
// lie side by side. The last also tells that a small town is meant at all, whose name on its own
// would rather be a person's or a firm's.
#include "indexer/place_meaning.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>

#include "indexer/place_evidence.h"

namespace dateline {
namespace {

bool is_local(PlaceKind kind) { return kind == PlaceKind::kState || kind == PlaceKind::kCity; }

// What the lie of the land says for a place.
double geography_for(const PlaceName& name, const PlaceMeaning& meaning,
                     const PlaceEvidence& evidence) {
  constexpr double kInNamedRegion = 1.5;
  constexpr double kNeighbour = 0.7;
  const double region = evidence.names_region(meaning) ? kInNamedRegion : 0;
  return region + kNeighbour * evidence.near(name, meaning);
}

// That an article names the United States says little about whether Georgia is the state; that it
// names Atlanta says much.
double evidence_for(const PlaceName& name, const PlaceMeaning& meaning,
                    const PlaceEvidence& evidence) {
  constexpr double kNationalForLocal = 0.3;
  constexpr double kFriendShare = 0.5;
  double total =
      evidence.local(meaning.country) +
      evidence.national(meaning.country) * (is_local(meaning.kind) ? kNationalForLocal : 1.0);
  for (const CountryCode neighbour : meaning.friends) {
    total += kFriendShare * std::min(1.0, evidence.national(neighbour));
  }
  return total + geography_for(name, meaning, evidence);
}

// How many times as many people live in one city as in the other, as a power of ten.
double larger_by(const PlaceMeaning& city, const PlaceMeaning& other) {
  return std::log10((city.thousands + 1.0) / (other.thousands + 1.0));
}

// True if its words alone say which country is meant: Armenia is not the town in Colombia, and
// Chicago not the village in Zimbabwe.
bool is_plain(const PlaceMention& mention) {
  constexpr double kFarLarger = 1.3;
  if (mention.settled) return true;
  if (mention.name->contested || mention.name->trust == NameTrust::kSupported) return false;
  const auto meanings = mention.name->meanings();
  const PlaceMeaning& first = meanings[0];
  return std::all_of(meanings.begin() + 1, meanings.end(), [&first](const PlaceMeaning& rival) {
    if (rival.country == first.country) return true;
    if (!is_local(first.kind)) return is_local(rival.kind);
    if (first.kind == PlaceKind::kState) return rival.kind == PlaceKind::kCity;
    return larger_by(first, rival) > kFarLarger;
  });
}

// How much more evidence a rival needs than the first meaning. Except in local news, towns do not
// outvote the country or the capital that they are named after.
double advance_over(const PlaceName& name, const PlaceMeaning& rival,
                    const PlaceEvidence& evidence) {
  constexpr double kNoContest = 1000;
  constexpr double kEasy = 0.5;
  constexpr std::uint16_t kSmall = 15;
  const PlaceMeaning& first = name.meanings()[0];
  if (!name.has_default) return 0;
  if (!is_local(first.kind) && !is_local(rival.kind)) return kEasy;
  if (!is_local(first.kind)) {
    const bool placed = geography_for(name, rival, evidence) > 0;
    if (evidence.is_local_news_of(rival.country, name) &&
        (placed || first.kind == PlaceKind::kCapital))
      return kEasy;
    const bool unheard = !evidence.speaks_besides(name, first.country);
    const bool neighbourly = first.kind == PlaceKind::kName || evidence.near(name, rival) > 0;
    return unheard && evidence.names_region(rival) && neighbourly ? kEasy : kNoContest;
  }
  if (name.contested) return evidence.is_local_news_of(rival.country, name) ? kEasy : 2.5;
  if (first.kind != rival.kind) return 2.5;
  return 0.4 + 1.3 * larger_by(first, rival) + (rival.thousands < kSmall ? 1.5 : 0);
}

const PlaceMeaning* best_meaning(const PlaceName& name, const PlaceEvidence& evidence) {
  const PlaceMeaning* best = &name.meanings()[0];
  if (name.meanings().size() == 1) return best;
  const double for_first = evidence_for(name, *best, evidence);
  double lead = 0;  // of the best rival over what it has to beat
  for (const PlaceMeaning& rival : name.meanings()) {
    if (rival.country == name.meanings()[0].country) continue;
    const double surplus =
        evidence_for(name, rival, evidence) - for_first - advance_over(name, rival, evidence);
    if (surplus <= lead) continue;
    lead = surplus;
    best = &rival;
  }
  const bool told = !name.contested || name.has_default || lead > 0 || for_first > 0;
  return told ? best : nullptr;
}

// What is known of a town's name across the article.
struct TownUse {
  int mentions = 0;
  bool placed = false;  // words beside it say that it is a place: "in Bicester"
  bool civic = false;   // "Bicester police"
  bool county = false;  // "Maury County"
  bool common = false;  // also used as a common word: "grain"
};

constexpr CountryCode kUnitedStates{'U', 'S'};

// News in English names a foreign town's country, but not that of the towns around the reader.
bool has_local_news_in_english(CountryCode country) {
  constexpr std::array<CountryCode, 6> kCountries{
      {{'A', 'U'}, {'C', 'A'}, {'G', 'B'}, {'I', 'E'}, {'N', 'Z'}, {'U', 'S'}}};
  return std::find(kCountries.begin(), kCountries.end(), country) != kCountries.end();
}

// The town that is meant, if words beside its name say that it is a place and the article speaks
// for it: by naming the part of the country or towns nearby, or by using no other name so often.
const PlaceMeaning* supported_meaning(const PlaceName& name, const TownUse& use,
                                      const PlaceEvidence& evidence) {
  constexpr double kEnough = 0.7;
  constexpr double kCounty = 0.7;
  constexpr double kBySize = 0.3;
  if (use.common || !use.placed) return nullptr;
  const auto meanings = name.meanings();
  const PlaceMeaning* best = nullptr;
  double most = 0;
  for (const PlaceMeaning& town : meanings) {
    const bool named = evidence.local(town.country) + evidence.national(town.country) > 0;
    if (!named && !has_local_news_in_english(town.country)) continue;
    const double support = geography_for(name, town, evidence) +
                           (evidence.is_local_news_of(town.country, name) ? 1.0 : 0) +
                           (use.county && town.country == kUnitedStates ? kCounty : 0) +
                           0.5 * std::min(2.0, evidence.local(town.country)) +
                           0.5 * std::min(2.0, evidence.national(town.country));
    const double total = support + kBySize * std::log10(town.thousands + 1.0);
    if (support < kEnough || total <= most) continue;
    most = total;
    best = &town;
  }
  if (best != nullptr || use.mentions < 2 || !use.civic) return best;
  const bool one_country = std::all_of(meanings.begin(), meanings.end(), [&](const auto& town) {
    return town.country == meanings[0].country;
  });
  return one_country && has_local_news_in_english(meanings[0].country) ? &meanings[0] : nullptr;
}

// A dateline names the place that the world knows by its name: "LONDON, March 3 -" is not written
// in Ontario. Only two countries that share a capital, as the Soviet Union and Russia, leave it
// open; and countries, which are no places to write from.
bool is_unquestioned(const PlaceMention& mention) {
  const auto meanings = mention.name->meanings();
  if (mention.zone != MentionZone::kDateline || !mention.name->has_default) return false;
  if (meanings[0].kind == PlaceKind::kName) return false;
  if (mention.name->trust == NameTrust::kSupported) return false;
  return std::all_of(meanings.begin() + 1, meanings.end(),
                     [](const PlaceMeaning& rival) { return is_local(rival.kind); });
}

using Settled = std::map<const PlaceName*, const PlaceMeaning*>;

class Settling {
 public:
  explicit Settling(std::span<PlacePart* const> parts) : parts_(parts) {}

  void settle() {
    each_mention([this](PlaceMention& mention) { read(mention); });
    mark_common_words();
    each_mention([this](PlaceMention& mention) { put_on_map(mention); });
    evidence_.finish_map();
    each_mention([this](PlaceMention& mention) { decide(mention); });
  }

 private:
  template <typename Action>
  void each_mention(Action action) {
    for (PlacePart* part : parts_) {
      for (PlaceMention& mention : part->mentions) {
        if (!mention.dropped) action(mention);
      }
    }
  }

  void read(const PlaceMention& mention) {
    const PlaceMeaning& meaning = mention.settled ? *mention.meaning : mention.name->meanings()[0];
    if (is_plain(mention)) evidence_.add(*mention.name, meaning);
    if (mention.settled || is_unquestioned(mention)) meant_.try_emplace(mention.name, &meaning);
    if (mention.name->trust != NameTrust::kSupported) return;
    TownUse& use = towns_[mention.name];
    ++use.mentions;
    if (mention.placed || mention.zone == MentionZone::kDateline) use.placed = true;
    if (mention.civic) use.civic = true;
    if (mention.county) use.county = true;
  }

  void mark_common_words() {
    std::unordered_map<std::string_view, TownUse*> words;
    for (const PlacePart* part : parts_) {
      for (const PlaceMention& mention : part->mentions) {
        const auto town = towns_.find(mention.name);
        if (town == towns_.end() || mention.word_count > 1) continue;
        words.emplace(part->text.letters(part->text.words[mention.first_word]), &town->second);
      }
    }
    if (words.empty()) return;
    for (const PlacePart* part : parts_) {
      for (const PlaceWord& word : part->text.words) {
        if (word.form != WordForm::kLower) continue;
        const auto town = words.find(part->text.letters(word));
        if (town != words.end()) town->second->common = true;
      }
    }
  }

  void put_on_map(const PlaceMention& mention) {
    const auto town = towns_.find(mention.name);
    if (town == towns_.end() || (town->second.placed && !town->second.common))
      evidence_.add_on_map(*mention.name);
  }

  void decide(PlaceMention& mention) {
    if (mention.settled) return;
    const auto [meant, is_new] = meant_.try_emplace(mention.name, nullptr);
    if (is_new) {
      const auto town = towns_.find(mention.name);
      meant->second = town != towns_.end()
                          ? supported_meaning(*mention.name, town->second, evidence_)
                          : best_meaning(*mention.name, evidence_);
    }
    mention.meaning = meant->second;
    if (mention.meaning == nullptr) mention.dropped = true;
  }

  std::span<PlacePart* const> parts_;
  PlaceEvidence evidence_;
  Settled meant_;
  std::map<const PlaceName*, TownUse> towns_;
};

}  // namespace

void settle_by_article(std::span<PlacePart* const> parts) { Settling(parts).settle(); }

}  // namespace dateline
