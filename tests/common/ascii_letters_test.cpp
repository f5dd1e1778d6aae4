#include "common/ascii_letters.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Only the letters A to Z become small", "[common][ascii_letters]") {
  CHECK(ascii_small("Trend.AZ [@`{") == "trend.az [@`{");
  CHECK(ascii_small("ÄZ Ж") == "Äz Ж");
  CHECK(ascii_small(std::string_view("A\0Z", 3)) == std::string("a\0z", 3));
  CHECK(is_ascii_capital('A'));
  CHECK(is_ascii_capital('Z'));
  CHECK_FALSE(is_ascii_capital('@'));
  CHECK_FALSE(is_ascii_capital('['));
  CHECK_FALSE(is_ascii_capital('a'));
}

TEST_CASE("Text is ASCII up to 127", "[common][ascii_letters]") {
  CHECK(is_ascii(""));
  CHECK(is_ascii("a\x7F"));
  CHECK_FALSE(is_ascii("a\x80"));
  CHECK_FALSE(is_ascii("é"));
}

}  // namespace dateline
