#include "indexer/world_gazetteer.h"

#include <charconv>

#include "common/country_table.h"
#include "common/data/tables.h"
#include "common/tsv.h"

namespace dateline {
namespace {

CountryCode code_of(std::string_view letters) { return {letters[0], letters[1]}; }

// "US", "USSR", "UAE": words in the text's case would be others ("us").
bool is_abbreviation(std::string_view name) {
  if (name.size() > 5) return false;
  for (const char letter : name) {
    if ((letter < 'A' || letter > 'Z') && letter != '.') return false;
  }
  return true;
}

void add_meaning(Gazetteer& gazetteer, std::string_view name, const PlaceMeaning& meaning) {
  PlaceName* entry = gazetteer.entry(name);
  if (entry == nullptr) return;
  entry->meanings.push_back(meaning);
  if (is_abbreviation(name)) entry->form = NameForm::kCapitals;
  if (name[0] >= 'a' && name[0] <= 'z') entry->form = NameForm::kAnyCase;  // "former Soviet Union"
}

void add_list(Gazetteer& gazetteer, const std::vector<std::string_view>& names,
              const PlaceMeaning& meaning) {
  for (const std::string_view name : names) add_meaning(gazetteer, name, meaning);
}

void add_countries(Gazetteer& gazetteer) {
  for (const CountryFacts& country : country_table()) {
    const CountryCode code = country.successor.value_or(country.code);
    add_meaning(gazetteer, country.name, {code, PlaceKind::kName, 0, {}});
    add_list(gazetteer, country.other_names, {code, PlaceKind::kName, 0, {}});
    add_list(gazetteer, country.demonyms, {code, PlaceKind::kDemonym, 0, {}});
    add_list(gazetteer, country.capitals, {code, PlaceKind::kCapital, 0, {}});
  }
}

void add_places(Gazetteer& gazetteer) {
  constexpr std::uint32_t kWorthNaming = 200;  // thousands: as likely meant as a middling city
  for (const auto& row : table_rows(places_tsv(), 3)) {
    const CountryCode country = code_of(row[0]);
    for (const std::string_view name : split_list(row[2])) {
      PlaceMeaning meaning{country, PlaceKind::kState, 0, {}};
      if (row[1] == "city") meaning = {country, PlaceKind::kCity, kWorthNaming, {}};
      if (row[1] == "institution") meaning.kind = PlaceKind::kInstitution;
      if (row[1] != "abbreviation" && row[1] != "postal") {
        add_meaning(gazetteer, name, meaning);
        continue;
      }
      PlaceName* entry = gazetteer.entry(name);
      if (!entry->meanings.empty()) continue;  // "LA" may be more than Louisiana
      entry->meanings.push_back(meaning);
      entry->trust = NameTrust::kAfterComma;
      if (row[1] == "postal") entry->form = NameForm::kCapitals;
    }
  }
}

void add_cities(Gazetteer& gazetteer) {
  for (const auto& row : table_rows(cities_tsv(), 3)) {
    std::uint32_t thousands = 0;
    std::from_chars(row[2].data(), row[2].data() + row[2].size(), thousands);
    add_meaning(gazetteer, row[0], {code_of(row[1]), PlaceKind::kCity, thousands, {}});
  }
}

void add_phrases(Gazetteer& gazetteer) {
  const PlaceMeaning nothing{{}, PlaceKind::kNothing, 0, {}};
  for (const auto& row : table_rows(organisations_tsv(), 1)) {
    add_list(gazetteer, split_list(row[0]), nothing);
  }
  for (const auto& row : table_rows(phrases_tsv(), 3)) {
    const bool event = row[0] == "event";
    add_list(gazetteer, split_list(row[2]),
             event ? PlaceMeaning{code_of(row[1]), PlaceKind::kEvent, 0, {}} : nothing);
  }
}

PlaceKind kind_of(std::string_view name) {
  if (name == "demonym") return PlaceKind::kDemonym;
  if (name == "capital") return PlaceKind::kCapital;
  if (name == "state") return PlaceKind::kState;
  if (name == "city") return PlaceKind::kCity;
  return name == "institution" ? PlaceKind::kInstitution : PlaceKind::kName;
}

// "GE/name:AM,AZ" is Georgia, for which the mention of Armenia or Azerbaijan speaks.
PlaceMeaning read_rival(std::string_view text) {
  const auto parts = split(text, ':');
  PlaceMeaning rival{code_of(parts[0]), kind_of(parts[0].substr(3)), 0, {}};
  if (parts.size() < 2) return rival;
  for (const std::string_view neighbour : split(parts[1], ',')) {
    rival.friends.push_back(code_of(neighbour));
  }
  return rival;
}

void add_contests(Gazetteer& gazetteer) {
  for (const auto& row : table_rows(contested_tsv(), 3)) {
    for (const std::string_view name : split_list(row[0])) {
      PlaceName* entry = gazetteer.entry(name);
      entry->meanings.clear();
      for (const std::string_view rival : split_list(row[2])) {
        entry->meanings.push_back(read_rival(rival));
      }
      entry->contested = true;
      entry->has_default = row[1] != "-";
    }
  }
}

void mark_ambiguous(Gazetteer& gazetteer) {
  for (const auto& row : table_rows(ambiguous_tsv(), 2)) {
    for (const std::string_view name : split_list(row[1])) {
      gazetteer.entry(name)->trust =
          row[0] == "placed" ? NameTrust::kPlacedOnly : NameTrust::kUnlessPerson;
    }
  }
}

Gazetteer build_world() {
  Gazetteer gazetteer;
  add_countries(gazetteer);
  add_places(gazetteer);
  add_cities(gazetteer);
  add_phrases(gazetteer);
  gazetteer.finish();
  add_contests(gazetteer);
  mark_ambiguous(gazetteer);
  return gazetteer;
}

}  // namespace

const Gazetteer& world_gazetteer() {
  static const Gazetteer gazetteer = build_world();
  return gazetteer;
}

}  // namespace dateline
