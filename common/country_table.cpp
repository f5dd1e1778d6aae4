#include "common/country_table.h"

#include <algorithm>

#include "common/data/tables.h"
#include "common/tsv.h"

namespace dateline {
namespace {

CountryCode code_of_letters(std::string_view letters) { return {letters[0], letters[1]}; }

std::vector<CountryFacts> read_country_table() {
  enum Column { kCode, kAlpha3, kName, kOtherNames, kDemonyms, kCapitals, kSuccessor, kColumns };
  std::vector<CountryFacts> facts;
  for (const auto& row : table_rows(countries_tsv(), kColumns)) {
    CountryFacts country{code_of_letters(row[kCode]),
                         split_list(row[kAlpha3]),
                         row[kName],
                         split_list(row[kOtherNames]),
                         split_list(row[kDemonyms]),
                         split_list(row[kCapitals]),
                         std::nullopt};
    if (!row[kSuccessor].empty()) country.successor = code_of_letters(row[kSuccessor]);
    facts.push_back(std::move(country));
  }
  std::sort(facts.begin(), facts.end(), [](const CountryFacts& left, const CountryFacts& right) {
    return left.code < right.code;
  });
  return facts;
}

}  // namespace

const std::vector<CountryFacts>& country_table() {
  static const std::vector<CountryFacts> table = read_country_table();
  return table;
}

const CountryFacts* facts_of(CountryCode code) {
  const std::vector<CountryFacts>& table = country_table();
  const auto row = std::lower_bound(
      table.begin(), table.end(), code,
      [](const CountryFacts& country, CountryCode wanted) { return country.code < wanted; });
  return row != table.end() && row->code == code ? &*row : nullptr;
}

}  // namespace dateline
