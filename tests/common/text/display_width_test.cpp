#include "common/text/display_width.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Text is as wide as a terminal shows it", "[text][display_width]") {
  const auto [text, width] = GENERATE(table<std::string, int>({
      {"", 0},
      {"Havana", 6},
      {"Bakı", 4},
      {"Azərbaycan", 10},
      {"Минск", 5},
      {"北京", 4},
      {"「서울」", 8},
      {"e\u0301", 1},     // combining accent
      {"a\u200Bb", 2},    // zero-width space
      {"a\tb", 2},        // control characters take no column of their own
      {"co\u00ADop", 5},  // soft hyphen
      {"🗞", 1},        // text presentation by default
      {"😀", 2},
      {"กำ", 2},
  }));
  CAPTURE(text);
  CHECK(display_width(text) == width);
}

}  // namespace dateline
