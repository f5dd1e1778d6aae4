#include "common/country.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Two- and three-letter codes are read in either case", "[common][country]") {
  const auto [text, code] = GENERATE(table<std::string, std::string>({
      {"AZ", "AZ"},
      {"az", "AZ"},
      {"Az", "AZ"},
      {"AZE", "AZ"},
      {"aze", "AZ"},
      {"CUB", "CU"},
      {"XK", "XK"},
      {"xkx", "XK"},
      {"UK", "GB"},
      {"gbr", "GB"},
      {"SU", "SU"},
      {"SUN", "SU"},
      {"CSK", "CS"},
      {"SCG", "CS"},
      {"DD", "DD"},
      {"ZAR", "ZR"},
      {"ATF", "TF"},
  }));
  REQUIRE(parse_country_code(text).has_value());
  CHECK(parse_country_code(text)->str() == code);
}

TEST_CASE("What is no country's code is not read as one", "[common][country]") {
  const auto* text =
      GENERATE("", "A", "EU", "ZZ", "ZZZ", "A1", " AZ", "AZ ", "AZER", "\xC3\xA9", "A\0", "..");
  CHECK_FALSE(parse_country_code(text).has_value());
}

TEST_CASE("Packing a code and unpacking it gives it back", "[common][country]") {
  const CountryCode code{'A', 'Z'};
  CHECK(code.packed() == 0x415A);
  CHECK(CountryCode::from_packed(code.packed()) == code);
}

}  // namespace dateline
