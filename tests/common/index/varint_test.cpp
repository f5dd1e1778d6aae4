#include "common/index/varint.h"

#include <limits>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("A number takes seven bits a byte and comes back", "[index][varint]") {
  const std::vector<std::pair<std::uint64_t, std::size_t>> rows = {
      {0, 1},
      {127, 1},
      {128, 2},
      {16383, 2},
      {16384, 3},
      {std::uint64_t{1} << 32, 5},
      {std::numeric_limits<std::uint64_t>::max(), 10}};
  for (const auto& [number, bytes] : rows) {
    std::string coded;
    append_varint(number, coded);
    CHECK(coded.size() == bytes);
    coded += "rest";
    std::string_view rest = coded;
    CHECK(take_varint(rest) == number);
    CHECK(rest == "rest");
  }
}

TEST_CASE("A number that never ends leaves nothing", "[index][varint]") {
  const std::string endless(30, '\xFF');
  std::string_view rest = endless;
  take_varint(rest);
  CHECK(rest.empty());
  rest = std::string_view("\xFF", 1);
  take_varint(rest);
  CHECK(rest.empty());
  CHECK(take_varint(rest) == 0);
}

}  // namespace dateline
