#include "common/clock.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Today is a whole day of this age", "[common][clock]") {
  const Date today = local_today();
  CHECK(is_valid(today));
  CHECK(today.precision() == DatePrecision::kDay);
  CHECK(today.year >= 2024);
}

}  // namespace dateline
