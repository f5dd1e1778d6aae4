#include "common/index/number_column.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Numbers take as many bytes as the largest needs", "[index][number_column]") {
  struct Row {
    std::vector<std::uint32_t> numbers;
    std::size_t bytes;
  };
  const auto row = GENERATE(values<Row>({{{0, 1, 255}, 3},
                                         {{0, 256, 255}, 6},
                                         {{65535, 7, 0}, 6},
                                         {{65536, 7, 0}, 12},
                                         {{4294967295, 7, 0}, 12}}));
  const std::vector<char> bytes = narrowed(row.numbers);
  CHECK(bytes.size() == row.bytes);
  const auto column = NumberColumn::over(bytes, row.numbers.size());
  REQUIRE(column);
  CHECK(column->size() == row.numbers.size());
  for (std::uint32_t at = 0; at < row.numbers.size(); ++at) CHECK((*column)[at] == row.numbers[at]);
  CHECK((*column)[3] == 0);
}

TEST_CASE("Bytes that are no whole rows are refused", "[index][number_column]") {
  const std::vector<char> bytes(9);
  CHECK(NumberColumn::over(bytes, 9));
  CHECK_FALSE(NumberColumn::over(bytes, 3));
  CHECK_FALSE(NumberColumn::over(bytes, 10));
  CHECK(NumberColumn::over({}, 0)->size() == 0);
}

}  // namespace dateline
