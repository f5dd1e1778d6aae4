#include "searcher/query_parser.h"

#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "searcher/request.h"
#include "support/markdown_table.h"

namespace dateline {

TEST_CASE("Every example of QUERY.md is understood as it says", "[searcher][query_parser]") {
  const auto rows = markdown_table(DATELINE_SOURCE "/searcher/QUERY.md", "query");
  REQUIRE(rows.size() >= 40);
  for (const MarkdownRow& row : rows) {
    REQUIRE(row.size() == 2);
    const std::string understood = row[1] == "nothing" ? "" : code_text(row[1]);
    CAPTURE(row[0]);
    const auto query = parse_query(code_text(row[0]));
    REQUIRE(query);
    CHECK(to_string(*query) == understood);
  }
}

TEST_CASE("Parts know where they stand", "[searcher][query_parser]") {
  const std::string text = R"(  cuba -"civil  war" «la paix»,-Bakı)";
  const auto query = parse_query(text);
  REQUIRE(query);
  REQUIRE(query->words.size() == 2);
  CHECK(slice(text, query->words[0].range) == "cuba");
  CHECK(slice(text, query->words[1].range) == ",-Bakı");
  REQUIRE(query->excluded.size() == 1);
  CHECK(slice(text, query->excluded[0].range) == R"(-"civil  war")");
  CHECK(query->excluded[0].words == std::vector<std::string>{"civil", "war"});
  REQUIRE(query->phrases.size() == 1);
  CHECK(slice(text, query->phrases[0].range) == "«la paix»");
}

TEST_CASE("White space of every kind separates words", "[searcher][query_parser]") {
  const auto query =
      parse_query(std::string("a\tb\nc\u00A0d\u3000e\u200Bf\uFEFFg\u2028h") + '\0' + "i\x7Fj");
  REQUIRE(query);
  CHECK(to_string(*query) == "a b c d e f g h i j");
}

TEST_CASE("Text that is not UTF-8 is refused with its place", "[searcher][query_parser]") {
  const auto query = parse_query(
      "북 m\xE9"
      "decins");
  REQUIRE_FALSE(query);
  CHECK(query.error() ==
        Error{ErrorKind::kRequest,
              "the query is not UTF-8 at byte 5; send UTF-8, on a terminal by a locale such as "
              "C.UTF-8",
              "  북 m\uFFFD\n      ^"});
}

TEST_CASE("The place is shown even far into a long query", "[searcher][query_parser]") {
  const auto query = parse_query(std::string(1000, 'x') + "\xFF");
  REQUIRE_FALSE(query);
  CHECK(query.error().excerpt ==
        "  " + std::string(40, 'x') + "\uFFFD\n  " + std::string(40, ' ') + "^");
}

TEST_CASE("Queries beyond the limits are refused", "[searcher][query_parser]") {
  CHECK(parse_query(std::string(kMaxQueryBytes, 'a')));
  const auto too_long = parse_query(std::string(kMaxQueryBytes + 1, 'a'));
  REQUIRE_FALSE(too_long);
  CHECK(too_long.error().message == "the query is 8193 bytes long; shorten it to at most 8192");

  std::string words;
  for (std::size_t i = 0; i < kMaxQueryParts; ++i) words += "w ";
  CHECK(parse_query(words));
  const auto too_many = parse_query(words + "-w");
  REQUIRE_FALSE(too_many);
  CHECK(too_many.error().message ==
        "the query has more than 1024 words and phrases; leave some out");
}

TEST_CASE("The canonical form of anything means the same", "[searcher][query_parser]") {
  const std::vector<std::string> pieces = {
      "a",  "b1", " ", " ", "-", "--", "\"", "\"", "“", "”",  "„",  "«",      "»",      "「", "」",
      "＂", "צ",  "ל", "(", ")", ".",  "–",  "'",  "é", "北", "\t", "\u200B", "\u200D", "〟"};
  std::mt19937 random(7);  // the same queries every time
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::size_t length = pick(random); length > 0; --length) text += pieces[pick(random)];
    CAPTURE(text);
    const auto query = parse_query(text);
    REQUIRE(query);
    const auto again = parse_query(to_string(*query));
    REQUIRE(again);
    CAPTURE(to_string(*query));
    REQUIRE(*again == *query);
  }
}

TEST_CASE("Unpaired marks take linear time", "[searcher][query_parser]") {
  for (const std::string mark : {"“", "«\"", "\"", "-\"", "「", "-«", "(("}) {
    std::string text;
    while (text.size() + mark.size() + 1 <= kMaxQueryBytes) text += mark + ' ';
    CHECK(parse_query(text));
  }
}

}  // namespace dateline
