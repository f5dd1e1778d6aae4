#include "searcher/query.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("The canonical form lists words, phrases, exclusions", "[searcher][query]") {
  Query query;
  query.excluded = {{{"war"}, {}}, {{"trade", "war"}, {}}};
  query.phrases = {{{"peace", "talks"}, {}}};
  query.words = {{{"Baku"}, {}}, {{"Havana"}, {}}};
  CHECK(to_string(query) == R"(Baku Havana "peace talks" -war -"trade war")");
}

TEST_CASE("An excluded word that begins with a hyphen is quoted", "[searcher][query]") {
  Query query;
  query.excluded = {{{"-5"}, {}}};
  CHECK(to_string(query) == R"(-"-5")");
}

TEST_CASE("Phrases beside words relax into words, in the order typed", "[searcher][query]") {
  Query query;
  query.words = {{{"talks"}, {0, 5}}, {{"Baku"}, {20, 24}}};
  query.phrases = {{{"peace", "now"}, {6, 19}}};
  query.excluded = {{{"war"}, {25, 29}}};
  const auto words = relaxed(query);
  REQUIRE(words);
  CHECK(to_string(*words) == "talks peace now Baku -war");
  query.words.clear();
  CHECK_FALSE(relaxed(query));
  query.phrases.clear();
  CHECK_FALSE(relaxed(query));
}

TEST_CASE("The empty query has an empty form", "[searcher][query]") {
  CHECK(Query{}.empty());
  CHECK(to_string(Query{}).empty());
}

TEST_CASE("Queries that say the same are equal", "[searcher][query]") {
  Query here;
  Query there;
  here.words = {{{"war"}, {0, 3}}};
  there.words = {{{"war"}, {7, 10}}};
  CHECK(here == there);
  CHECK_FALSE(here.empty());
}

}  // namespace dateline
