// What the countries are called, in every language that ICU has names for.
// Safe to use from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/country.h"

namespace dateline {

struct CountryName {
  CountryCode country;
  std::string name;
};

// The names of today's countries in a language (ISO 639-1 or a locale such as "zh_Hant"): for each
// the usual one, and a short and a variant one where they exist ("United States", "US"; "Turkey",
// "Türkiye"). Nothing if ICU has no names in that language; never another language's.
std::vector<CountryName> country_names(std::string_view language);

// The languages that country_names() knows, with those locales whose script sets them apart.
const std::vector<std::string>& country_name_languages();

// What the countries call themselves: each country's names, as country_names() has them, in every
// language that ICU knows to be written there. No name is there twice, and none in English.
std::vector<CountryName> native_country_names();

// The languages written in a country, as far as ICU knows, without English: {"CH", "de"}.
struct CountryLanguage {
  CountryCode country;
  std::string language;
};
std::vector<CountryLanguage> country_languages();

// One short name to show to a user: "UK", "Hong Kong", "Azərbaycan". English if the language has
// no name for the country or is not known; the code itself if nobody has.
std::string country_label(CountryCode country, std::string_view language = "en");

}  // namespace dateline
