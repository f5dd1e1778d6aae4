#include "common/tsv.h"

#include <catch2/catch.hpp>

namespace dateline {

using Parts = std::vector<std::string_view>;

TEST_CASE("A text is split at every separator", "[common][tsv]") {
  CHECK(split("a\tb\tc", '\t') == Parts{"a", "b", "c"});
  CHECK(split("\ta\t", '\t') == Parts{"", "a", ""});
  CHECK(split("", '\t') == Parts{""});
  CHECK(split("alone", ';') == Parts{"alone"});
}

TEST_CASE("An empty list has no members", "[common][tsv]") {
  CHECK(split_list("").empty());
  CHECK(split_list("one") == Parts{"one"});
  CHECK(split_list("one;two words") == Parts{"one", "two words"});
}

TEST_CASE("Comments and empty lines are no rows, short rows are padded", "[common][tsv]") {
  const auto rows = table_rows("# heading\nAZ\tBaku\n\nCU\nBY\tMinsk\textra", 2);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0] == Parts{"AZ", "Baku"});
  CHECK(rows[1] == Parts{"CU", ""});
  CHECK(rows[2] == Parts{"BY", "Minsk", "extra"});
}

}  // namespace dateline
