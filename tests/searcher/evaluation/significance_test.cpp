#include "searcher/evaluation/significance.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Equal runs do not differ", "[searcher][significance]") {
  const std::vector<double> values = {0.1, 0.5, 0.9};
  CHECK(paired_p_value(values, values) == 1);
  CHECK(paired_p_value({}, {}) == 1);
}

// With n differences of one sign, two of the 2^n assignments of signs are as extreme.
TEST_CASE("Differences of one sign are as unlikely as coins that all fall alike",
          "[searcher][significance]") {
  const auto [queries, expected] = GENERATE(table<std::size_t, double>({
      {2, 0.5},
      {5, 0.0625},
      {8, 0.0078125},
      {70, 0},
  }));
  const std::vector<double> better(queries, 0.4);
  const std::vector<double> worse(queries, 0.1);
  CAPTURE(queries);
  CHECK(paired_p_value(better, worse) == Approx(expected).margin(0.01));
  CHECK(paired_p_value(worse, better) == paired_p_value(better, worse));
}

TEST_CASE("Holm multiplies the smallest by the number of tests, and keeps the order",
          "[searcher][significance]") {
  CHECK(holm(std::vector<double>{}).empty());
  const auto adjusted = holm(std::vector<double>{0.04, 0.01, 0.03, 0.5});
  REQUIRE(adjusted.size() == 4);
  CHECK(adjusted[0] == Approx(0.09));  // no less than that of 0.03
  CHECK(adjusted[1] == Approx(0.04));
  CHECK(adjusted[2] == Approx(0.09));
  CHECK(adjusted[3] == Approx(0.5));
}

}  // namespace dateline
