#include "indexer/world_names.h"

#include <catch2/catch.hpp>

#include "common/country_table.h"
#include "common/data/tables.h"
#include "common/tsv.h"
#include "indexer/found_countries.h"
#include "indexer/world_gazetteer.h"
#include "indexer/world_image.h"

namespace dateline {
namespace {

// The name that is all of `text`; nullptr if it is none.
const PlaceName* name_of(std::string_view text) {
  const PlaceText words = read_place_text(text);
  if (words.words.empty()) return nullptr;
  const auto match = world_gazetteer().longest_match(words, 0);
  return match && match->word_count == words.words.size() ? match->name : nullptr;
}

bool is_country(std::string_view letters) {
  return letters.size() >= 2 && facts_of({letters[0], letters[1]}) != nullptr;
}

}  // namespace

TEST_CASE("Places of every kind are known", "[indexer][world_names]") {
  const auto [text, country, kind] = GENERATE(table<std::string, std::string, PlaceKind>({
      {"Azerbaijan", "AZ", PlaceKind::kName},
      {"Burma", "MM", PlaceKind::kName},
      {"USSR", "SU", PlaceKind::kName},
      {"Azerbaijani", "AZ", PlaceKind::kDemonym},
      {"Nigeriens", "NE", PlaceKind::kDemonym},
      {"Nigerians", "NG", PlaceKind::kDemonym},
      {"Baku", "AZ", PlaceKind::kCapital},
      {"Nagorno-Karabakh", "AZ", PlaceKind::kState},
      {"Inner Mongolia", "CN", PlaceKind::kState},
      {"Northern Ireland", "GB", PlaceKind::kState},
      {"Ganja", "AZ", PlaceKind::kCity},
      {"Port Harcourt", "NG", PlaceKind::kCity},
      {"Kremlin", "RU", PlaceKind::kInstitution},
      {"Cuban Missile Crisis", "CU", PlaceKind::kEvent},
  }));
  INFO(text);
  const PlaceName* name = name_of(text);
  REQUIRE(name != nullptr);
  CHECK(name->meanings()[0].country.str() == country);
  CHECK(name->meanings()[0].kind == kind);
}

TEST_CASE("Names that only look like places hide those in them", "[indexer][world_names]") {
  const auto* text = GENERATE(
      "Shanghai Cooperation Organization", "Non-Aligned Movement", "Samarkand Summit",
      "Warsaw Pact", "Paris Agreement", "New York Times", "Persian Gulf", "South China Sea",
      "French fries", "Guinea pigs", "Latin American", "West Indies", "former Soviet Union");
  INFO(text);
  CHECK(mentions_in(std::string("They spoke of the ") + text + " again.") == "");
}

TEST_CASE("Longest match keeps countries with like names apart", "[indexer][world_names]") {
  const auto [text, mentions] = GENERATE(table<std::string, std::string>({
      {"Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea",
       "GN:Guinea GW:Guinea-Bissau GQ:Equatorial Guinea PG:Papua New Guinea"},
      {"South Sudan and Sudan", "SS:South Sudan SD:Sudan"},
      {"New Mexico, not Mexico", "US:New Mexico MX:Mexico"},
      {"People's Republic of China, Republic of China",
       "CN:People's Republic of China TW:Republic of China"},
      {"the Niger Delta, then Niger", "NG:Niger Delta NE:Niger"},
      {"New England, England, New South Wales, Wales",
       "US:New England GB:England AU:New South Wales GB:Wales"},
      {"Dominica and the Dominican Republic", "DM:Dominica DO:Dominican Republic"},
      {"the US told us about the UK and the UAE", "US:US GB:UK AE:UAE"},
  }));
  CHECK(mentions_in(text) == mentions);
}

TEST_CASE("Every country and its capitals can be found", "[indexer][world_names]") {
  for (const CountryFacts& country : country_table()) {
    INFO(country.code.str());
    CHECK(name_of(country.name) != nullptr);
    for (const std::string_view capital : country.capitals) CHECK(name_of(capital) != nullptr);
  }
}

TEST_CASE("The tables name existing countries, kinds and places", "[indexer][world_names]") {
  for (const auto& row : table_rows(regions_tsv(), 3)) CHECK(is_country(row[0]));
  for (const auto& row : table_rows(places_tsv(), 3)) CHECK(is_country(row[0]));
  for (const auto& row : table_rows(cities_tsv(), 3)) CHECK(is_country(row[1]));
  for (const auto& row : table_rows(language_words_tsv(), 4)) {
    CHECK((row[1] == "nothing" ? row[2] == "--" : is_country(row[2])));
  }
  for (const auto& row : table_rows(contested_tsv(), 3)) {
    CHECK((row[1] == "-" || row[2].substr(0, 2) == row[1]));
    for (const std::string_view rival : split_list(row[2])) CHECK(is_country(rival));
  }
  for (const auto& row : table_rows(ambiguous_tsv(), 2)) {
    if (row[0] == "native") continue;  // names to leave out
    for (const std::string_view name : split_list(row[1])) {
      INFO(name);
      CHECK(name_of(name) != nullptr);
    }
  }
}

TEST_CASE("The table in the program is that of the sources", "[indexer][world_names]") {
  CHECK(world_names().image() == world_image());
}

}  // namespace dateline
