#include "common/text/zone_cities.h"

#include <algorithm>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Cities have names in the languages of ICU", "[text][zone_cities]") {
  const auto [language, english, name] = GENERATE(table<std::string, std::string, std::string>({
      {"cs", "Prague", "Praha"},
      {"ru", "Sao Paulo", "Сан-Паулу"},
      {"el", "Athens", "Αθήνα"},
      {"ja", "London", "ロンドン"},
      {"sr", "Belgrade", "Београд"},
      {"sr_Latn", "Belgrade", "Beograd"},
  }));
  const auto cities = zone_cities(language);
  CHECK(std::any_of(cities.begin(), cities.end(),
                    [&, english = english, name = name](const ZoneCity& city) {
                      return city.english == english && city.name == name;
                    }));
}

TEST_CASE("Cities that are called as in English, and unknown languages, have none",
          "[text][zone_cities]") {
  for (const ZoneCity& city : zone_cities("de")) CHECK(city.english != "Berlin");
  CHECK(zone_cities("xx").empty());
  CHECK(zone_cities("").empty());
  CHECK(zone_cities("../en").empty());
  CHECK(zone_city_names().size() > 300);
}

}  // namespace dateline
