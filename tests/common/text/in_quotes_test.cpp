#include "common/text/in_quotes.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Input is quoted so that a terminal can show it", "[text][in_quotes]") {
  const auto [text, shown] = GENERATE(table<std::string, std::string>({
      {"", "\"\""},
      {"Bakı", "\"Bakı\""},
      {"a\x1B[31mb\nc", "\"a [31mb c\""},
      {"caf\xE9!", "\"caf\uFFFD!\""},
      {"\xFF\xFE", "\"\uFFFD\uFFFD\""},
      {std::string(60, 'x'), "\"" + std::string(60, 'x') + "\""},
      {std::string(61, 'x'), "\"" + std::string(60, 'x') + "...\""},
      {std::string(59, 'x') + "北京", "\"" + std::string(59, 'x') + "北...\""},
  }));
  CHECK(in_quotes(text) == shown);
}

}  // namespace dateline
