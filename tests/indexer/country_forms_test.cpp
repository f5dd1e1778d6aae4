// The table of tests/data/country_forms.tsv, whole.
#include <fstream>
#include <iterator>
#include <string>

#include <catch2/catch.hpp>

#include "common/tsv.h"
#include "indexer/found_countries.h"

namespace dateline {
namespace {

std::string read_table() {
  std::ifstream file(DATELINE_TEST_DATA "/country_forms.tsv");
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("Names are found in the forms that a language gives them", "[indexer][country_forms]") {
  const std::string table = read_table();
  const auto rows = table_rows(table, 3);
  REQUIRE(rows.size() > 100);
  for (const auto& row : rows) {
    for (const std::string_view word : split_list(row[2])) {
      INFO(row[0] << ": " << word);
      const auto mentions = find_mentions("", word, row[0]);
      if (row[1] == "-") {
        CHECK(mentions.empty());
      } else {
        REQUIRE(!mentions.empty());
        for (const CountryMention& mention : mentions) CHECK(mention.country.str() == row[1]);
      }
    }
  }
}

}  // namespace dateline
