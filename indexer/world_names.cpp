#include "indexer/world_names.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "common/ascii_letters.h"
#include "common/country_table.h"
#include "common/data/tables.h"
#include "common/tsv.h"
#include "indexer/native_names.h"

namespace dateline {
namespace {

// Towns below so many thousands of inhabitants need the support of the text.
constexpr std::uint16_t kWellKnown = 100;
// What a place in places.tsv counts as: as likely meant as a middling city.
constexpr std::uint16_t kWorthNaming = 200;

CountryCode code_of(std::string_view letters) { return {letters[0], letters[1]}; }

RegionCode region_of(std::string_view letters) {
  RegionCode region;
  std::copy_n(letters.begin(), std::min(letters.size(), region.letters.size()),
              region.letters.begin());
  return region;
}

PlaceMeaning meaning_of(CountryCode country, PlaceKind kind) {
  PlaceMeaning meaning;
  meaning.country = country;
  meaning.kind = kind;
  return meaning;
}

// "US", "USSR", "UAE": words in the text's case would be others ("us").
bool is_abbreviation(std::string_view name) {
  if (name.size() > 5) return false;
  return std::all_of(name.begin(), name.end(),
                     [](char letter) { return is_ascii_capital(letter) || letter == '.'; });
}

class WorldNames {
 public:
  GazetteerBuilder build() {
    add_countries();
    add_places();
    add_cities();
    add_regions();
    add_phrases();
    add_native_names(names_);
    names_.order_meanings();
    mark_towns();
    add_contests();
    mark_ambiguous();
    return std::move(names_);
  }

 private:
  void add(std::string_view name, const PlaceMeaning& meaning) {
    PlaceDraft* draft = names_.entry(name);
    if (draft == nullptr) return;
    draft->meanings.push_back(meaning);
    if (is_abbreviation(name)) draft->form = NameForm::kCapitals;
    if (name[0] >= 'a' && name[0] <= 'z') draft->form = NameForm::kAnyCase;  // "former Soviet"
  }

  void add_list(const std::vector<std::string_view>& names, const PlaceMeaning& meaning) {
    for (const std::string_view name : names) add(name, meaning);
  }

  void add_countries() {
    for (const CountryFacts& country : country_table()) {
      const CountryCode code = country.successor.value_or(country.code);
      add(country.name, meaning_of(code, PlaceKind::kName));
      add_list(country.other_names, meaning_of(code, PlaceKind::kName));
      add_list(country.demonyms, meaning_of(code, PlaceKind::kDemonym));
      add_list(country.capitals, meaning_of(code, PlaceKind::kCapital));
    }
  }

  void add_places() {
    for (const auto& row : table_rows(places_tsv(), 3)) {
      PlaceMeaning meaning = meaning_of(code_of(row[0]), PlaceKind::kState);
      if (row[1] == "city") {
        meaning.kind = PlaceKind::kCity;
        meaning.thousands = kWorthNaming;
      }
      if (row[1] == "institution") meaning.kind = PlaceKind::kInstitution;
      add_list(split_list(row[2]), meaning);
    }
  }

  void add_cities() {
    enum Column { kName, kCountry, kRegion, kThousands, kLatitude, kLongitude, kColumns };
    const auto number = [](std::string_view digits) {
      int value = 0;
      std::from_chars(digits.data(), digits.data() + digits.size(), value);
      return value;
    };
    for (const auto& row : table_rows(cities_tsv(), kColumns)) {
      PlaceMeaning city = meaning_of(code_of(row[kCountry]), PlaceKind::kCity);
      city.region = region_of(row[kRegion]);
      city.thousands = static_cast<std::uint16_t>(number(row[kThousands]));
      city.latitude = static_cast<std::int16_t>(number(row[kLatitude]));
      city.longitude = static_cast<std::int16_t>(number(row[kLongitude]));
      add(row[kName], city);
    }
  }

  void add_regions() {
    enum Column { kCountry, kCode, kNames, kAbbreviations, kPostal, kColumns };
    for (const auto& row : table_rows(regions_tsv(), kColumns)) {
      PlaceMeaning region = meaning_of(code_of(row[kCountry]), PlaceKind::kState);
      region.region = region_of(row[kCode]);
      add_list(split_list(row[kNames]), region);
      for (const std::string_view name : split_list(row[kAbbreviations])) {
        add_after_comma(name, region, NameForm::kCapital);
      }
      for (const std::string_view name : split_list(row[kPostal])) {
        add_after_comma(name, region, NameForm::kCapitals);
      }
    }
  }

  void add_after_comma(std::string_view name, const PlaceMeaning& region, NameForm form) {
    PlaceDraft* draft = names_.entry(name);
    if (!draft->meanings.empty()) return;  // "LA" may be more than Louisiana
    draft->meanings.push_back(region);
    draft->trust = NameTrust::kAfterComma;
    draft->form = form;
  }

  void add_phrases() {
    const PlaceMeaning nothing = meaning_of({}, PlaceKind::kNothing);
    for (const auto& row : table_rows(organisations_tsv(), 1)) {
      add_list(split_list(row[0]), nothing);
    }
    for (const auto& row : table_rows(phrases_tsv(), 3)) {
      const bool event = row[0] == "event";
      add_list(split_list(row[2]),
               event ? meaning_of(code_of(row[1]), PlaceKind::kEvent) : nothing);
    }
  }

  // Names of nothing but smaller towns.
  void mark_towns() {
    for (PlaceDraft& name : names_.names()) {
      if (name.trust != NameTrust::kAnywhere || name.meanings.empty()) continue;
      const PlaceMeaning& first = name.meanings[0];
      if (first.kind == PlaceKind::kCity && first.thousands < kWellKnown) {
        name.trust = NameTrust::kSupported;
      }
    }
  }

  static PlaceKind kind_of(std::string_view name) {
    if (name == "demonym") return PlaceKind::kDemonym;
    if (name == "capital") return PlaceKind::kCapital;
    if (name == "state") return PlaceKind::kState;
    if (name == "city") return PlaceKind::kCity;
    return name == "institution" ? PlaceKind::kInstitution : PlaceKind::kName;
  }

  // Appends a rival to the meanings of a name: "GE/name:AM,AZ" is Georgia, for which the mention of
  // Armenia or Azerbaijan speaks. All places of the kind that are known in the country stand for
  // it.
  static void add_rival(std::vector<PlaceMeaning>& meanings, std::string_view text,
                        const std::vector<PlaceMeaning>& known) {
    const auto parts = split(text, ':');
    const PlaceMeaning rival = meaning_of(code_of(parts[0]), kind_of(parts[0].substr(3)));
    const std::size_t first = meanings.size();
    std::copy_if(known.begin(), known.end(), std::back_inserter(meanings),
                 [&rival](const PlaceMeaning& one) {
                   return one.country == rival.country && one.kind == rival.kind;
                 });
    if (meanings.size() == first) meanings.push_back(rival);
    if (parts.size() < 2) return;
    const auto neighbours = split(parts[1], ',');
    for (std::size_t at = first; at < meanings.size(); ++at) {
      auto& friends = meanings[at].friends;
      for (std::size_t i = 0; i < neighbours.size() && i < friends.size(); ++i) {
        friends.at(i) = code_of(neighbours[i]);
      }
    }
  }

  void add_contests() {
    for (const auto& row : table_rows(contested_tsv(), 3)) {
      for (const std::string_view name : split_list(row[0])) {
        PlaceDraft* draft = names_.entry(name);
        const auto known = std::move(draft->meanings);
        draft->meanings.clear();
        for (const std::string_view rival : split_list(row[2])) {
          add_rival(draft->meanings, rival, known);
        }
        draft->contested = true;
        draft->has_default = row[1] != "-";
        draft->trust = NameTrust::kAnywhere;
      }
    }
  }

  void mark_ambiguous() {
    for (const auto& row : table_rows(ambiguous_tsv(), 2)) {
      if (row[0] == "native") continue;
      for (const std::string_view name : split_list(row[1])) {
        names_.entry(name)->trust =
            row[0] == "placed" ? NameTrust::kPlacedOnly : NameTrust::kUnlessPerson;
      }
    }
  }

  GazetteerBuilder names_;
};

}  // namespace

GazetteerBuilder world_names() { return WorldNames().build(); }

}  // namespace dateline
