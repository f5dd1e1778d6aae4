#include "indexer/gazetteer.h"

#include <catch2/catch.hpp>

#include "indexer/gazetteer_builder.h"

namespace dateline {
namespace {

void add(GazetteerBuilder& names, std::string_view name, std::string_view code,
         PlaceKind kind = PlaceKind::kName) {
  names.entry(name)->meanings.push_back({{code[0], code[1]}, kind});
}

// The country that the text starts with and the words it takes: "GW 2"; "" if none.
std::string match(const GazetteerBuilder& names, std::string_view text,
                  std::string_view language = "en") {
  const std::string image = names.image();
  const auto found =
      Gazetteer(image, inflection_of(language)).longest_match(read_place_text(text), 0);
  if (!found) return "";
  return found->name->meanings()[0].country.str() + " " + std::to_string(found->word_count);
}

GazetteerBuilder guineas() {
  GazetteerBuilder names;
  add(names, "Guinea", "GN");
  add(names, "Guinea-Bissau", "GW");
  add(names, "Papua New Guinea", "PG");
  add(names, "St. Lucia", "LC");
  add(names, "US", "US");
  names.entry("US")->form = NameForm::kCapitals;
  return names;
}

}  // namespace

TEST_CASE("The longest name wins", "[indexer][gazetteer]") {
  const GazetteerBuilder names = guineas();
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
  CHECK(match(names, text) == expected);
}

TEST_CASE("A name may end in any of its language's cases", "[indexer][gazetteer]") {
  GazetteerBuilder names(inflection_of("ru"));
  add(names, "Россия", "RU");
  add(names, "Саудовская Аравия", "SA");
  add(names, "Дания", "DK");
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"Россия", "RU 1"},
      {"Россией", "RU 1"},
      {"РОССИИ", "RU 1"},
      {"Саудовской Аравии", "SA 2"},
      {"Саудовскую Аравию", "SA 2"},
      {"Даниил", ""},
      {"россии", ""},
  }));
  CHECK(match(names, text, "ru") == expected);
}

TEST_CASE("A stem takes any short continuation, in any case if it says so",
          "[indexer][gazetteer]") {
  GazetteerBuilder names;
  PlaceDraft* adjective = names.entry_of_stem("azerbaïdjanais");
  adjective->meanings.push_back({{'A', 'Z'}, PlaceKind::kDemonym});
  adjective->form = NameForm::kAnyCase;
  names.entry_of_stem("Güney Koreli")->meanings.push_back({{'K', 'R'}, PlaceKind::kDemonym});
  CHECK(match(names, "azerbaïdjanais") == "AZ 1");
  CHECK(match(names, "azerbaïdjanaises") == "AZ 1");
  CHECK(match(names, "azerbaïdjanaisementissime") == "");
  CHECK(match(names, "Güney Korelilerin") == "KR 2");
  CHECK(match(names, "güney koreliler") == "");
}

TEST_CASE("Particles may stand before a name", "[indexer][gazetteer]") {
  GazetteerBuilder names(inflection_of("ar"));
  add(names, "مصر", "EG");
  add(names, "الصين", "CN");
  add(names, "مالي", "ML");
  CHECK(match(names, "مصر", "ar") == "EG 1");
  CHECK(match(names, "بمصر", "ar") == "EG 1");
  CHECK(match(names, "ومصر", "ar") == "EG 1");
  CHECK(match(names, "الصين", "ar") == "CN 1");
  CHECK(match(names, "للصين", "ar") == "CN 1");
  CHECK(match(names, "المالي", "ar") == "");  // "financial"
}

TEST_CASE("An image is read wherever it lies, and in the same way by everybody",
          "[indexer][gazetteer]") {
  const std::string image = guineas().image();
  CHECK(image == guineas().image());
  const std::string copy = image;
  const PlaceText text = read_place_text("Papua New Guinea");
  const auto first = Gazetteer(image).longest_match(text, 0);
  const auto second = Gazetteer(copy).longest_match(text, 0);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->name != second->name);
  CHECK(first->name->meanings()[0].country == second->name->meanings()[0].country);
}

TEST_CASE("A gazetteer without names finds nothing", "[indexer][gazetteer]") {
  CHECK(match(GazetteerBuilder(), "Guinea") == "");
  GazetteerBuilder without_meaning;
  without_meaning.entry("Guinea");
  CHECK(match(without_meaning, "Guinea") == "");
}

}  // namespace dateline
