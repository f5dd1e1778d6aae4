#include "indexer/gazetteer.h"

#include <catch2/catch.hpp>

namespace dateline {
namespace {

void add(Gazetteer& gazetteer, std::string_view name, std::string_view code,
         PlaceKind kind = PlaceKind::kName) {
  gazetteer.entry(name)->meanings.push_back({{code[0], code[1]}, kind, 0, {}});
}

// The country that the text starts with and the words it takes: "GW 2"; "" if none.
std::string match(const Gazetteer& gazetteer, std::string_view text) {
  const auto found = gazetteer.longest_match(read_place_text(text), 0);
  if (!found) return "";
  return found->name->meanings[0].country.str() + " " + std::to_string(found->word_count);
}

Gazetteer guineas() {
  Gazetteer gazetteer;
  add(gazetteer, "Guinea", "GN");
  add(gazetteer, "Guinea-Bissau", "GW");
  add(gazetteer, "Papua New Guinea", "PG");
  add(gazetteer, "St. Lucia", "LC");
  add(gazetteer, "US", "US");
  gazetteer.entry("US")->form = NameForm::kCapitals;
  gazetteer.finish();
  return gazetteer;
}

}  // namespace

TEST_CASE("The longest name wins", "[indexer][gazetteer]") {
  const Gazetteer gazetteer = guineas();
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"Guinea said", "GN 1"},
      {"Guinea-Bissau said", "GW 2"},
      {"Guinea Bissau", "GW 2"},
      {"Guinea, Bissau", "GN 1"},
      {"GUINEA-BISSAU", "GW 2"},
      {"Papua New Guinea's", "PG 3"},
      {"Papua New York", ""},
      {"guinea pig", ""},
      {"St. Lucia", "LC 2"},
      {"St Lucia", "LC 2"},
      {"US troops", "US 1"},
      {"U.S. troops", "US 1"},
      {"Us too", ""},
      {"us too", ""},
      {"Guineafowl", ""},
  }));
  CHECK(match(gazetteer, text) == expected);
}

TEST_CASE("A name may end in any of its language's cases", "[indexer][gazetteer]") {
  Gazetteer gazetteer(inflection_of("ru"));
  add(gazetteer, "Россия", "RU");
  add(gazetteer, "Саудовская Аравия", "SA");
  add(gazetteer, "Дания", "DK");
  gazetteer.finish();
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"Россия", "RU 1"},
      {"Россией", "RU 1"},
      {"РОССИИ", "RU 1"},
      {"Саудовской Аравии", "SA 2"},
      {"Саудовскую Аравию", "SA 2"},
      {"Даниил", ""},
      {"россии", ""},
  }));
  CHECK(match(gazetteer, text) == expected);
}

TEST_CASE("A stem takes any short continuation, in any case if it says so",
          "[indexer][gazetteer]") {
  Gazetteer gazetteer;
  PlaceName* adjective = gazetteer.entry_of_stem("azerbaïdjanais");
  adjective->meanings.push_back({{'A', 'Z'}, PlaceKind::kDemonym, 0, {}});
  adjective->form = NameForm::kAnyCase;
  gazetteer.entry_of_stem("Güney Koreli")
      ->meanings.push_back({{'K', 'R'}, PlaceKind::kDemonym, 0, {}});
  gazetteer.finish();
  CHECK(match(gazetteer, "azerbaïdjanais") == "AZ 1");
  CHECK(match(gazetteer, "azerbaïdjanaises") == "AZ 1");
  CHECK(match(gazetteer, "azerbaïdjanaisementissime") == "");
  CHECK(match(gazetteer, "Güney Korelilerin") == "KR 2");
  CHECK(match(gazetteer, "güney koreliler") == "");
}

TEST_CASE("Particles may stand before a name", "[indexer][gazetteer]") {
  Gazetteer gazetteer(inflection_of("ar"));
  add(gazetteer, "مصر", "EG");
  add(gazetteer, "الصين", "CN");
  add(gazetteer, "مالي", "ML");
  gazetteer.finish();
  CHECK(match(gazetteer, "مصر") == "EG 1");
  CHECK(match(gazetteer, "بمصر") == "EG 1");
  CHECK(match(gazetteer, "ومصر") == "EG 1");
  CHECK(match(gazetteer, "الصين") == "CN 1");
  CHECK(match(gazetteer, "للصين") == "CN 1");
  CHECK(match(gazetteer, "المالي") == "");  // "financial"
}

TEST_CASE("Meanings stand in order, each country once", "[indexer][gazetteer]") {
  Gazetteer gazetteer;
  PlaceName* name = gazetteer.entry("Victoria");
  name->meanings = {{{'C', 'A'}, PlaceKind::kCity, 90, {}},
                    {{'A', 'U'}, PlaceKind::kState, 0, {}},
                    {{'C', 'L'}, PlaceKind::kCity, 300, {}},
                    {{'S', 'C'}, PlaceKind::kCapital, 0, {}},
                    {{'A', 'U'}, PlaceKind::kCity, 10, {}}};
  gazetteer.finish();
  std::string order;
  for (const PlaceMeaning& meaning : name->meanings) order += meaning.country.str() + " ";
  CHECK(order == "SC AU CL CA ");
}

TEST_CASE("What has no letters is no name", "[indexer][gazetteer]") {
  Gazetteer gazetteer;
  CHECK(gazetteer.entry("") == nullptr);
  CHECK(gazetteer.entry(" - ") == nullptr);
  CHECK(gazetteer.entry_of_stem("") == nullptr);
}

}  // namespace dateline
