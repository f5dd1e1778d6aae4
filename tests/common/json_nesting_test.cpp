#include "common/json_nesting.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Arrays and objects within each other are counted", "[common][json_nesting]") {
  const auto [json, depth] = GENERATE(table<std::string, std::size_t>({
      {"", 0},
      {"1", 0},
      {"{}", 1},
      {"[[],[],[]]", 2},
      {R"({"a":[{"b":1}]})", 3},
      {R"({"a":"[[[[["})", 1},
      {R"({"a":"\"[[["})", 1},
      {R"({"a\\":[1]})", 2},
      {"]]]]]", 0},
      {"\"never closed [[[", 0},
      {"\"ends in a backslash \\", 0},
  }));
  CAPTURE(json);
  CHECK_FALSE(nests_deeper_than(json, depth));
  if (depth > 0) CHECK(nests_deeper_than(json, depth - 1));
}

TEST_CASE("A million brackets are counted without a stack", "[common][json_nesting]") {
  CHECK(nests_deeper_than(std::string(1'000'000, '['), 999'999));
  CHECK_FALSE(nests_deeper_than(std::string(1'000'000, '['), 1'000'000));
}

}  // namespace dateline
