#include "indexer/text_cursor.h"

#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("A number is a whole run of digits of any script", "[indexer][text_cursor]") {
  const auto [text, least, most, value] =
      GENERATE(table<std::string, int, int, int>({{"18 May", 1, 2, 18},
                                                  {"2021-", 4, 4, 2021},
                                                  {"2021", 1, 2, -1},
                                                  {"5", 2, 2, -1},
                                                  {"x5", 1, 2, -1},
                                                  {"", 1, 2, -1},
                                                  {"\u0661\u0662", 1, 2, 12},
                                                  {"\u06F1\u06F4\u06F0\u06F2", 4, 4, 1402},
                                                  {"\uFF12\uFF10", 1, 2, 20},
                                                  {"\u0E50\u0E55", 2, 2, 5}}));
  CAPTURE(text);
  TextCursor cursor(text, 0);
  const auto number = cursor.take_number(least, most);
  CHECK((number ? number->value : -1) == value);
  CHECK((cursor.at() == 0) == !number);
}

TEST_CASE("A word has inner apostrophes and full stops", "[indexer][text_cursor]") {
  const auto [text, word] =
      GENERATE(table<std::string, std::string>({{"Sept. 3", "Sept."},
                                                {"d'agost de", "d'agost"},
                                                {"mars2021", "mars"},
                                                {"\u0E1E.\u0E04. 5", "\u0E1E.\u0E04."},
                                                {".May", ""},
                                                {"5th", ""},
                                                {"", ""}}));
  TextCursor cursor(text, 0);
  CHECK(cursor.take_word() == word);
}

TEST_CASE("The word before a place stands beyond blanks, commas and brackets",
          "[indexer][text_cursor]") {
  const auto [text, word] = GENERATE(table<std::string, std::string>(
      {{"on May 5", "May"},
       {"Monday, (5", "Monday"},
       {"Sept.5", "Sept."},
       {"12/5", ""},
       {"5", ""},
       {"\u0645\u0627\u0631\u0633\u060C 5", "\u0645\u0627\u0631\u0633"}}));
  CAPTURE(text);
  CHECK(word_before(text, text.size() - 1) == word);
}

TEST_CASE("Words follow each other to the end", "[indexer][text_cursor]") {
  const std::string text = "By Ann \u2014 12 M\u00E4rz, 3";
  std::vector<std::string> words;
  std::size_t at = 0;
  while (true) {
    const std::string_view word = next_word(text, at);
    if (word.empty()) break;
    words.emplace_back(word);
  }
  CHECK(words == std::vector<std::string>{"By", "Ann", "M\u00E4rz"});
  CHECK(at == text.size());
}

TEST_CASE("A boundary is where a letter begins", "[indexer][text_cursor]") {
  const std::string text = "a\u4E00b";
  CHECK(boundary_before(text, 0) == 0);
  CHECK(boundary_before(text, 1) == 1);
  CHECK(boundary_before(text, 2) == 1);
  CHECK(boundary_before(text, 3) == 1);
  CHECK(boundary_before(text, 4) == 4);
  CHECK(boundary_before(text, 99) == 5);
  CHECK(step(text, 1) == 4);
}

TEST_CASE("Scripts without capitals are known by their first letter", "[indexer][text_cursor]") {
  for (const char* word :
       {"\u05DE\u05E8\u05E5", "\u0645\u0627\u0631\u0633", "\u092E\u093E", "\u6708"})
    CHECK(is_caseless(word));
  for (const char* word : {"May", "\u041C\u0430\u0439", "\u039C\u03AC\u03B9", "\u00E9t\u00E9"})
    CHECK_FALSE(is_caseless(word));
}

// Against the plain way: ask at each letter.
TEST_CASE("The next digit is the one that a walk over all letters finds",
          "[indexer][text_cursor]") {
  const std::vector<std::string> pieces = {
      "a",      " ",      "7",      "\u0665", "\u06F5", "\u0645", "\u06F0", "\u0967",    "\u09E7",
      "\u0E51", "\u0E2A", "\uFF11", "\uFF21", "\u4E00", "\u00E9", "\u2014", "\U0001F600"};
  std::mt19937 random(7);
  for (int round = 0; round < 2'000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += pieces[random() % (random() % 2 ? pieces.size() : 2)];
    CAPTURE(text);
    for (std::size_t at = 0; at < text.size(); at = step(text, at)) {
      std::size_t expected = at;
      while (expected < text.size() && !is_digit_at(text, expected))
        expected = step(text, expected);
      CHECK(next_digit(text, at) == expected);
      std::size_t end = at;
      while (is_digit_at(text, end)) end = step(text, end);
      CHECK(end_of_digits(text, at) == end);
    }
  }
}

}  // namespace dateline
