// What is known of each country in English: the rows of common/data/countries.tsv.
// Built on first use, never changed, safe to read from any thread.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/country.h"

namespace dateline {

struct CountryFacts {
  CountryCode code;
  std::vector<std::string_view> alpha3;  // three-letter codes; two for CS, none for FQ
  std::string_view name;
  std::vector<std::string_view> other_names;
  std::vector<std::string_view> demonyms;  // adjectives and names of the people
  std::vector<std::string_view> capitals;
  std::optional<CountryCode> successor;  // of a withdrawn code with one heir: ZR -> CD
};

// In order of their codes.
const std::vector<CountryFacts>& country_table();

// The row of a code; nullptr if there is none.
const CountryFacts* facts_of(CountryCode code);

}  // namespace dateline
