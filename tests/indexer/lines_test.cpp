#include "indexer/lines.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

// The lines between bars, those after an empty line with a star.
std::string lines_of(const std::string& text, ByteRange part) {
  LineReader reader(text, part);
  std::string lines = "|";
  while (const auto line = reader.next()) {
    lines += (line->after_blank ? "*" : "") + std::string(slice(text, line->range)) + "|";
  }
  return lines;
}

}  // namespace

TEST_CASE("Lines are read without blanks around them and without empty ones", "[indexer][lines]") {
  const auto [text, lines] = GENERATE(table<std::string, std::string>({
      {"", "|"},
      {"\n\n \n", "|"},
      {"one", "|*one|"},
      {"one\ntwo", "|*one|two|"},
      {"one\n\ntwo\n", "|*one|*two|"},
      {"  one \t\n \u00A0\u3000two", "|*one|two|"},
      {"one\n \t \ntwo three", "|*one|*two three|"},
  }));
  CAPTURE(text);
  CHECK(lines_of(text, {0, text.size()}) == lines);
}

TEST_CASE("Only lines of the part are read", "[indexer][lines]") {
  CHECK(lines_of("one\ntwo\nthree", {4, 7}) == "|*two|");
  CHECK(lines_of("one\ntwo\nthree", {1, 9}) == "|*ne|two|t|");
}

TEST_CASE("The line before a byte is found backwards", "[indexer][lines]") {
  const std::string text = "one\n\n two \nthree";
  const auto two = line_before(text, text.find("three"));
  REQUIRE(two);
  CHECK(slice(text, *two) == "two");
  const auto one = line_before(text, two->start);
  REQUIRE(one);
  CHECK(slice(text, *one) == "one");
  CHECK_FALSE(line_before(text, 0));
}

TEST_CASE("Blanks are found and left out", "[indexer][lines]") {
  const std::string text = "\u00A0 two words\t";
  const ByteRange trimmed = trim(text, {0, text.size()});
  CHECK(slice(text, trimmed) == "two words");
  CHECK(blank_at(text, 0) == 2);
  CHECK(blank_at(text, trimmed.start) == 0);
  CHECK(blank_at("\n", 0) == 0);
  CHECK(next_blank(text, trimmed) == text.find(" words"));
  CHECK(next_blank("word", {0, 4}) == 4);
}

}  // namespace dateline
