#include "common/text/country_lookup.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("A country is found by its code or its name in any language", "[text][country_lookup]") {
  const auto [text, code] = GENERATE(table<std::string, std::string>({
      {"az", "AZ"},
      {" AZE ", "AZ"},
      {"UK", "GB"},
      {"U.S.", "US"},
      {"USA", "US"},
      {"United States", "US"},
      {"the Netherlands", "NL"},
      {"Holland", "NL"},
      {"Turkey", "TR"},
      {"Türkiye", "TR"},
      {"turkiye", "TR"},
      {"Côte d'Ivoire", "CI"},
      {"cote d ivoire", "CI"},
      {"Ivory Coast", "CI"},
      {"Азербайджан", "AZ"},
      {"азербайджан", "AZ"},
      {"Allemagne", "DE"},
      {"Saksa", "DE"},
      {"アゼルバイジャン", "AZ"},
      {"阿塞拜疆", "AZ"},
      {"أذربيجان", "AZ"},
      {"Burma", "MM"},
      {"Zaire", "CD"},
      {"ZR", "CD"},
      {"East Germany", "DE"},
      {"Soviet Union", "SU"},
      {"USSR", "SU"},
      {"Czechoslovakia", "CS"},
      {"England", "GB"},
      {"Trinidad & Tobago", "TT"},
      {"Dahomey", "BJ"},
  }));
  INFO(text);
  const auto country = parse_country(text);
  REQUIRE(country.has_value());
  CHECK(country->str() == code);
}

TEST_CASE("What names no country is answered with advice", "[text][country_lookup]") {
  const auto [text, message] = GENERATE(table<std::string, std::string>({
      {"Azerbijan", "no country is called \"Azerbijan\"; did you mean Azerbaijan (AZ)?"},
      {"Азербаджан", "no country is called \"Азербаджан\"; did you mean Azerbaijan (AZ)?"},
      {"Atlantis of the deep",
       "no country is called \"Atlantis of the deep\"; "
       "give an ISO 3166 code such as AZ, or the country's name"},
      {"Congo",
       "\"Congo\" may be Congo - Kinshasa (CD) or Congo - Brazzaville (CG); "
       "give the code of the one you mean"},
      {"korea",
       "\"korea\" may be North Korea (KP) or South Korea (KR); give the code of the one you mean"},
      {"", "no country is called \"\"; give an ISO 3166 code such as AZ, or the country's name"},
      {"EU",
       "no country is called \"EU\"; give an ISO 3166 code such as AZ, or the country's name"},
  }));
  const auto country = parse_country(text);
  INFO(text);
  REQUIRE_FALSE(country.has_value());
  CHECK(country.error() == Error{ErrorKind::kRequest, message});
}

TEST_CASE("A very long name is refused without comparing it to all others",
          "[text][country_lookup]") {
  CHECK_FALSE(parse_country(std::string(1 << 20, 'a')).has_value());
}

}  // namespace dateline
