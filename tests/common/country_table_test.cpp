#include "common/country_table.h"

#include <set>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("The table holds every country once, in order of the codes", "[common][country_table]") {
  const auto& table = country_table();
  std::size_t current = 0;
  std::set<std::string_view> alpha3;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (i > 0) CHECK(table[i - 1].code < table[i].code);
    if (!table[i].successor) ++current;
    CHECK_FALSE(table[i].name.empty());
    for (const std::string_view code : table[i].alpha3) CHECK(alpha3.insert(code).second);
  }
  CHECK(current == 249 + 1 + 6);  // ISO 3166-1, Kosovo, and what left no single heir
  CHECK(table.size() == 275);
}

TEST_CASE("Every successor is a country of today", "[common][country_table]") {
  for (const CountryFacts& country : country_table()) {
    if (!country.successor) continue;
    REQUIRE(facts_of(*country.successor) != nullptr);
    CHECK_FALSE(facts_of(*country.successor)->successor.has_value());
  }
}

TEST_CASE("A row is found by its code", "[common][country_table]") {
  REQUIRE(facts_of({'A', 'Z'}) != nullptr);
  const CountryFacts& azerbaijan = *facts_of({'A', 'Z'});
  CHECK(azerbaijan.name == "Azerbaijan");
  CHECK(azerbaijan.alpha3 == std::vector<std::string_view>{"AZE"});
  CHECK(azerbaijan.capitals == std::vector<std::string_view>{"Baku"});
  CHECK(facts_of({'Z', 'R'})->successor == CountryCode{'C', 'D'});
  CHECK(facts_of({'Z', 'Z'}) == nullptr);
}

}  // namespace dateline
