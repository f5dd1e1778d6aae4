#include "common/text/country_lookup.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "common/country_table.h"
#include "common/text/country_names.h"
#include "common/text/letters.h"

namespace dateline {
namespace {

// Names by their letters alone; a name that several countries bear has them all.
using NameTable = std::map<std::string, std::set<CountryCode>, std::less<>>;

void add_name(NameTable& table, std::string_view name, CountryCode country) {
  std::string key = name_key(name);
  if (!key.empty()) table[std::move(key)].insert(country);
}

// Names that people type but articles use for other things too, so that countries.tsv lacks them.
struct TypedName {
  std::string_view name;
  CountryCode country;
};
constexpr std::array<TypedName, 11> kTypedNames{{
    {"Congo", {'C', 'D'}},
    {"Congo", {'C', 'G'}},
    {"England", {'G', 'B'}},
    {"Korea", {'K', 'P'}},
    {"Korea", {'K', 'R'}},
    {"Northern Ireland", {'G', 'B'}},
    {"Scotland", {'G', 'B'}},
    {"The States", {'U', 'S'}},
    {"Virgin Islands", {'V', 'G'}},
    {"Virgin Islands", {'V', 'I'}},
    {"Wales", {'G', 'B'}},
}};

NameTable english_names() {
  NameTable table;
  for (const TypedName& typed : kTypedNames) add_name(table, typed.name, typed.country);
  for (const CountryFacts& country : country_table()) {
    if (country.successor) continue;
    add_name(table, country.name, country.code);
    for (const std::string_view name : country.other_names) add_name(table, name, country.code);
  }
  for (const CountryName& name : country_names("en")) add_name(table, name.name, name.country);
  for (const CountryFacts& country : country_table()) {
    if (!country.successor) continue;
    const auto taken = table.find(name_key(country.name));
    if (taken == table.end()) add_name(table, country.name, *country.successor);
  }
  return table;
}

NameTable names_in_all_languages() {
  NameTable table;
  for (const std::string& language : country_name_languages()) {
    for (const CountryName& name : country_names(language)) {
      // Two letters would pass for a code: the EU is not what French abbreviates so.
      if (name_key(name.name).size() > 2) add_name(table, name.name, name.country);
    }
  }
  return table;
}

const NameTable& english_table() {
  static const NameTable table = english_names();
  return table;
}

const NameTable& world_table() {
  static const NameTable table = names_in_all_languages();
  return table;
}

// The least number of bytes to insert, delete or replace that makes one word the other.
std::size_t edit_distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < to.size(); ++j) {
      const std::size_t replaced = diagonal + (from[i] == to[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, diagonal + 1, replaced});
    }
  }
  return row.back();
}

// A country one of whose names is at most a quarter off; nothing if none or if `typed` is no name
// at all by its length.
std::optional<CountryCode> nearest(const NameTable& table, std::string_view typed) {
  constexpr std::size_t kLongestName = 100;
  if (typed.size() < 4 || typed.size() > kLongestName) return std::nullopt;
  std::size_t best = typed.size() / 4 + 1;
  std::optional<CountryCode> country;
  for (const auto& [name, countries] : table) {
    if (name.size() + best <= typed.size() || typed.size() + best <= name.size()) continue;
    const std::size_t distance = edit_distance(name, typed);
    if (distance >= best) continue;
    best = distance;
    country = *countries.begin();
  }
  return country;
}

std::string name_and_code(CountryCode country) {
  return country_label(country) + " (" + country.str() + ")";
}

Error unknown_country(std::string_view text, std::string_view letters) {
  std::string message = "no country is called \"";
  message += text;
  message += "\"; ";
  auto near = nearest(english_table(), letters);
  if (!near) near = nearest(world_table(), letters);
  message += near ? "did you mean " + name_and_code(*near) + "?"
                  : "give an ISO 3166 code such as AZ, or the country's name";
  return {ErrorKind::kRequest, message};
}

Error ambiguous_country(std::string_view text, const std::set<CountryCode>& countries) {
  std::string message = "\"";
  message += text;
  message += "\" may be";
  for (const CountryCode country : countries) {
    message += country == *countries.begin() ? " " : " or ";
    message += name_and_code(country);
  }
  message += "; give the code of the one you mean";
  return {ErrorKind::kRequest, message};
}

}  // namespace

Result<CountryCode> parse_country(std::string_view text) {
  const std::size_t start = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  text = text.substr(start, text.find_last_not_of(" \t\r\n") + 1 - start);
  if (const auto code = parse_country_code(text)) return facts_of(*code)->successor.value_or(*code);
  const std::string letters = name_key(text);
  for (const NameTable* table : {&english_table(), &world_table()}) {
    auto found = table->find(letters);
    if (found == table->end() && letters.substr(0, 3) == "the") {
      found = table->find(letters.substr(3));
    }
    if (found == table->end()) continue;
    if (found->second.size() > 1) return ambiguous_country(text, found->second);
    return *found->second.begin();
  }
  return unknown_country(text, letters);
}

}  // namespace dateline
