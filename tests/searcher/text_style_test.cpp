#include "searcher/text_style.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Plain text has no escape sequences", "[searcher][text_style]") {
  const Ink ink = GENERATE(Ink::kTitle, Ink::kMatch, Ink::kAside, Ink::kBar);
  CHECK(inked("Baku", ink, Emphasis::kPlain) == "Baku");
  const std::string text = inked("Baku", ink, Emphasis::kAnsi);
  CHECK(text.front() == '\x1B');
  CHECK(text.substr(text.size() - 4) == "\x1B[0m");
}

TEST_CASE("Control characters become spaces", "[searcher][text_style]") {
  CHECK(tamed("a\x1B[31mb\tc\n\x7F"
              "d\u009B e\u0301") == "a [31mb c  d  e\u0301");
}

TEST_CASE("Long labels are shortened by display width", "[searcher][text_style]") {
  const auto [text, columns, expected] = GENERATE(table<std::string, std::size_t, std::string>({
      {"", 5, ""},
      {"Cuba", 5, "Cuba"},
      {"Belarus", 7, "Belarus"},
      {"Belarus", 6, "Belar…"},
      {"Belarus", 1, "…"},
      {"北京日报", 8, "北京日报"},
      {"北京日报", 7, "北京日…"},
      {"北京日报", 6, "北京…"},
      {"e\u0301e\u0301e\u0301", 2, "e\u0301…"},
  }));
  CAPTURE(text, columns);
  CHECK(shortened(text, columns) == expected);
}

}  // namespace dateline
