#include "searcher/interpret/place_table.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("A table knows names, people and adjectives of its language", "[searcher][interpret]") {
  const PlaceTable& english = PlaceTable::of("en");
  CHECK(english.meaning_of("azerbaijan").country == CountryCode{'A', 'Z'});
  CHECK(english.meaning_of("united arab emirates").country == CountryCode{'A', 'E'});
  CHECK(english.meaning_of("cuban").country == CountryCode{'C', 'U'});
  CHECK_FALSE(english.meaning_of("doctors").known);
  CHECK_FALSE(english.meaning_of("").known);
  CHECK(PlaceTable::of("de").meaning_of("frankreich").country == CountryCode{'F', 'R'});
  CHECK_FALSE(PlaceTable::of("xx").meaning_of("france").known);
}

TEST_CASE("A name of several countries is known to mean none of them", "[searcher][interpret]") {
  const NameMeaning congo = PlaceTable::of("fr").meaning_of("congo");
  CHECK(congo.known);
  CHECK_FALSE(congo.country);
}

TEST_CASE("The first word of a name tells how far to look", "[searcher][interpret]") {
  const PlaceTable& english = PlaceTable::of("en");
  CHECK(english.longest_from("united") >= 3);
  CHECK(english.longest_from("azerbaijan") >= 1);
  CHECK(english.longest_from("doctors") == 0);
}

TEST_CASE("Words with endings are found by their stem", "[searcher][interpret]") {
  CHECK(PlaceTable::of("ru").by_stem("германии") == CountryCode{'D', 'E'});
  CHECK(PlaceTable::of("az").by_stem("azerbaycanda") == CountryCode{'A', 'Z'});
  CHECK_FALSE(PlaceTable::of("ru").by_stem("выборы"));
  CHECK_FALSE(PlaceTable::of("en").by_stem("azerbaijan"));
  CHECK_FALSE(PlaceTable::of("ru").by_stem(""));
}

}  // namespace dateline
