#include "common/text/country_names.h"

#include <algorithm>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("A country is shown by its short name in the user's language", "[text][country_names]") {
  const auto [code, language, label] = GENERATE(table<CountryCode, std::string, std::string>({
      {{'A', 'Z'}, "en", "Azerbaijan"},
      {{'A', 'Z'}, "az", "Azərbaycan"},
      {{'A', 'Z'}, "ru", "Азербайджан"},
      {{'A', 'Z'}, "zh_Hant", "亞塞拜然"},
      {{'G', 'B'}, "en", "UK"},
      {{'H', 'K'}, "en", "Hong Kong"},
      {{'X', 'K'}, "en", "Kosovo"},
      {{'S', 'U'}, "en", "Soviet Union"},
      {{'C', 'S'}, "fr", "Czechoslovakia"},
      {{'C', 'U'}, "und", "Cuba"},
      {{'C', 'U'}, "xx", "Cuba"},
      {{'C', 'U'}, "", "Cuba"},
      {{'Z', 'Z'}, "en", "ZZ"},
  }));
  CHECK(country_label(code, language) == label);
}

TEST_CASE("A language's names hold the usual, short and variant ones", "[text][country_names]") {
  const auto names = country_names("en");
  const auto has = [&names](CountryCode country, const std::string& name) {
    return std::any_of(names.begin(), names.end(), [&](const CountryName& entry) {
      return entry.country == country && entry.name == name;
    });
  };
  CHECK(has({'U', 'S'}, "United States"));
  CHECK(has({'U', 'S'}, "US"));
  CHECK(has({'T', 'R'}, "Turkey"));
  CHECK(has({'T', 'R'}, "Türkiye"));
}

TEST_CASE("Countries have names in the languages written there", "[text][country_names]") {
  const auto names = native_country_names();
  const auto has = [&names](CountryCode country, const std::string& name) {
    return std::any_of(names.begin(), names.end(), [&](const CountryName& entry) {
      return entry.country == country && entry.name == name;
    });
  };
  CHECK(has({'D', 'E'}, "Deutschland"));
  CHECK(has({'C', 'H'}, "Suisse"));
  CHECK(has({'C', 'H'}, "Schweiz"));
  CHECK(has({'J', 'P'}, "日本"));
  CHECK(has({'T', 'W'}, "台灣"));
  CHECK(has({'R', 'S'}, "Србија"));
  CHECK(has({'R', 'S'}, "Srbija"));
  CHECK_FALSE(has({'D', 'E'}, "Allemagne"));
  CHECK_FALSE(has({'I', 'Q'}, "IQ"));  // not translated
}

TEST_CASE("An unknown language has no names, not the machine's own", "[text][country_names]") {
  CHECK(country_names("xx").empty());
  CHECK(country_names("und").empty());
  CHECK(country_names("").empty());
  CHECK(country_names("../en").empty());
}

TEST_CASE("Every country of today has an English name", "[text][country_names]") {
  const auto& languages = country_name_languages();
  CHECK(languages.size() > 150);
  const auto names = country_names("en");
  CHECK(names.size() > 250);
}

}  // namespace dateline
