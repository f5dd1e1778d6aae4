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
    CAPTURE(to_string(*query), to_string(*again));
    REQUIRE(*again == *query);
  }
}

TEST_CASE("The canonical form of anything with operators means the same",
          "[searcher][query_parser]") {
  const std::vector<std::string> pieces = {
      "a",         "bc",       "B",       " ",        " ",     " ",      " ",      " ",
      " ",         "-",        "+",       "!",        "(",     ")",      "(",      ")",
      " AND ",     " or ",     " OR ",    " NOT ",    " not ", " && ",   " || ",   " NEAR/3 ",
      " NEAR ",    " NEAR/s ", "title:",  "country:", "cu",    "lang:",  "az",     "date:2023",
      "..2024",    "source:",  "x:",      "“z”",      "vac*",  "cuban~", "~2",     "^2",
      "^0.5",      "*",        "f(x",     "é",        "北京",  ",",      "NEAR/x", "date:",
      "country:(", "title:(",  "\"x y\"", "unknown"};
  std::mt19937 random(8);  // the same queries every time
  std::size_t trees = 0;
  for (int i = 0; i < 15000; ++i) {
    std::string text;
    for (std::size_t length = random() % 14; length > 0; --length) {
      text += pieces[random() % pieces.size()];
    }
    CAPTURE(text);
    const auto query = parse_query(text);
    REQUIRE(query);
    const std::string canonical = to_string(*query);
    const auto again = parse_query(canonical);
    REQUIRE(again);
    CAPTURE(canonical, to_string(*again));
    REQUIRE(*again == *query);
    trees += query->condition ? 1 : 0;
  }
  CHECK(trees > 5000);
}

// No sense in it, but marks that touch. (Stray quote marks and NEAR without a partner are left out:
// where they hide an operator, the canonical form may show it.)
TEST_CASE("The canonical form of the canonical form is the same", "[searcher][query_parser]") {
  const std::vector<std::string> pieces = {
      "+",   "-",      "!",       "^",   "^2",  "^0",  "_",  "(",  ")",  "~",   "~2",  "*",
      "/",   ":",      "NOT",     "not", "AND", "and", "OR", "or", "a",  "b",   "war", "5%",
      "x.y", "title:", "lang:en", " ",   " ",   " ",   " ",  "&&", "||", "a-b", "3"};
  std::mt19937 random(9);  // the same queries every time
  std::vector<std::string> texts = {"+NOT^_(", "+NOT",    "NOT^2", "AND^0",
                                    "*OR^2",   "+NEAR/3", "NEAR^2"};
  while (texts.size() < 30000) {
    std::string& text = texts.emplace_back();
    for (std::size_t length = 1 + random() % 7; length > 0; --length) {
      text += pieces[random() % pieces.size()];
    }
  }
  for (const std::string& text : texts) {
    CAPTURE(text);
    const auto query = parse_query(text);
    REQUIRE(query);
    const std::string canonical = to_string(*query);
    const auto again = parse_query(canonical);
    REQUIRE(again);
    REQUIRE(to_string(*again) == canonical);
  }
}

TEST_CASE("A strict reader says what it does not understand", "[searcher][query_parser]") {
  const auto [text, message, excerpt] = GENERATE(table<std::string, std::string, std::string>({
      {"cuba \"medical aid", "byte 5: this quote is never closed",
       "  cuba \"medical aid\n       ^"},
      {"(cuba OR haiti", "byte 0: this parenthesis is never closed", "  (cuba OR haiti\n  ^"},
      {"cuba)", "byte 4: this parenthesis closes none", "  cuba)\n      ^"},
      {"cuba AND", "byte 5: 'AND' needs something to combine on both sides",
       "  cuba AND\n       ^"},
      {"cuba and or haiti", "byte 9: 'or' follows another operator",
       "  cuba and or haiti\n           ^"},
      {"cuba ()", "byte 5: there is nothing in these parentheses", "  cuba ()\n       ^"},
      {"titel:cuba",
       "byte 0: there is no field 'titel'; the fields are title, country, date, source "
       "and lang (put the word in quotes to look for it as it is)",
       "  titel:cuba\n  ^"},
      {"country:nowhere", "", "  country:nowhere\n          ^"},
      {"date:2023-02-30", "", "  date:2023-02-30\n       ^"},
      {"lang:klingon", "", "  lang:klingon\n       ^"},
      {"a*", "byte 1: a word with * needs two letters before it", "  a*\n   ^"},
      {"cuba NEAR/x haiti",
       "byte 5: NEAR needs a number of words from 1 to 1000 after its slash, or s or p",
       "  cuba NEAR/x haiti\n       ^"},
      {"cuba NEAR/999999 haiti", "byte 10: at most 1000 is possible here",
       "  cuba NEAR/999999 haiti\n            ^"},
      {"cuba NEAR/3 country:us",
       "byte 5: NEAR stands between words, phrases, and groups of them joined by OR",
       "  cuba NEAR/3 country:us\n       ^"},
      {"cuba^x", "byte 4: ^ needs a number after it, such as ^2 or ^0.5", "  cuba^x\n      ^"},
      {"北京 \"", "byte 7: this quote is never closed", "  北京 \"\n       ^"},
  }));
  CAPTURE(text);
  CHECK(parse_query(text));
  const auto query = parse_query(text, {true, {2026, 1, 1}});
  REQUIRE_FALSE(query);
  CHECK(query.error().kind == ErrorKind::kRequest);
  if (!message.empty()) CHECK(query.error().message == "the query, " + message);
  CHECK(query.error().excerpt == excerpt);
}

TEST_CASE("A strict reader reads what is right as others do", "[searcher][query_parser]") {
  const std::string text = GENERATE(
      "cuba doctors", "cuba -war \"medical aid\"", "(cuba OR haiti) AND doctors",
      "title:cuba country:AZ date:2023..2024 \"a b\"~3", "cuba NEAR/s doctors vaccin* vacine~1^2");
  const auto strict = parse_query(text, {true, {2026, 1, 1}});
  REQUIRE(strict);
  CHECK(*strict == *parse_query(text));
}

TEST_CASE("In a strict query small letters are operators too", "[searcher][query_parser]") {
  CHECK(to_string(*parse_query("cuba and haiti or not peru", {true, {}})) ==
        "(cuba AND haiti) OR -peru");
}

TEST_CASE("Relative dates count from the day that is given", "[searcher][query_parser]") {
  CHECK(to_string(*parse_query("date:today-7d..today", {false, {2023, 3, 8}})) ==
        "date:2023-03-01..2023-03-08");
  CHECK(to_string(*parse_query("date:2023", {})) == "date:2023");
}

TEST_CASE("Parentheses nest as deep as anyone types them", "[searcher][query_parser]") {
  const std::string deep = std::string(4000, '(') + "cuba AND haiti" + std::string(4000, ')');
  CHECK(to_string(*parse_query(deep)) == "cuba AND haiti");
  CHECK_FALSE(parse_query(deep, {true, {}}));
  CHECK(parse_query(std::string(4000, '(') + "a OR b"));
  CHECK(parse_query("a" + std::string(2000, ' ') + std::string(4000, ')')));
}

TEST_CASE("Unpaired marks take linear time", "[searcher][query_parser]") {
  for (const std::string mark : {"“", "«\"", "\"", "-\"", "「", "-«", "(("}) {
    std::string text;
    while (text.size() + mark.size() + 1 <= kMaxQueryBytes) text += mark + ' ';
    CHECK(parse_query(text));
  }
}

}  // namespace dateline
