#include "indexer/date_parts.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

// What a part leaves of the text; the whole if it takes nothing.
std::string rest_of(const std::string& text, const TextCursor& cursor) {
  return text.substr(cursor.at());
}

}  // namespace

TEST_CASE("A day takes its ordinal sign with it", "[indexer][date_parts]") {
  const auto [text, day, rest] =
      GENERATE(table<std::string, int, std::string>({{"5th May", 5, " May"},
                                                     {"1er mai", 1, " mai"},
                                                     {"18. Mai", 18, " Mai"},
                                                     {"3\u00BA de", 3, " de"},
                                                     {"31", 31, ""},
                                                     {"32", 0, "32"},
                                                     {"0", 0, "0"},
                                                     {"2O Mai", 2, "O Mai"},
                                                     {"2021", 0, "2021"}}));
  CAPTURE(text);
  TextCursor cursor(text, 0);
  CHECK(take_day(cursor).value_or(0) == day);
  if (day != 0) CHECK(rest_of(text, cursor) == rest);
}

TEST_CASE("A month is named in the text's language or in English", "[indexer][date_parts]") {
  const auto [language, text, month] = GENERATE(table<std::string, std::string, int>(
      {{"en", " May 2021", 5},
       {"en", " of May", 5},
       {"en", "-Feb-19", 2},
       {"en", " Mayor", 0},
       {"es", " de mayo de 2021", 5},
       {"vi", " th\u00E1ng 5", 5},
       {"vi", " th\u00E1ng 13", 0},
       {"ar", " \u0643\u0627\u0646\u0648\u0646 \u0627\u0644\u062B\u0627\u0646\u064A 2021", 1},
       {"de", " Sept. 2021", 9},
       {"en", "", 0}}));
  CAPTURE(language, text);
  TextCursor cursor(text, 0);
  CHECK(take_month_name(cursor, DateLanguage(language)).number == month);
}

TEST_CASE("A year has four digits of this millennium or the last", "[indexer][date_parts]") {
  const auto [language, text, year] =
      GENERATE(table<std::string, std::string, int>({{"en", "2021", 2021},
                                                     {"en", "1499", 0},
                                                     {"en", "2100", 0},
                                                     {"en", "20211", 2021},
                                                     {"en", "202221:25", 2022},
                                                     {"en", "19891", 0},
                                                     {"en", "2021123", 0},
                                                     {"th", "2564", 2021},
                                                     {"en", "2564", 0}}));
  CAPTURE(language, text);
  TextCursor cursor(text, 0);
  CHECK(take_year(cursor, DateLanguage(language)).value_or(0) == year);
}

TEST_CASE("A short year turns at 1970", "[indexer][date_parts]") {
  const auto [text, year] = GENERATE(
      table<std::string, int>({{"21", 2021}, {"'69", 2069}, {"\u201970", 1970}, {"021", 0}}));
  TextCursor cursor(text, 0);
  CHECK(take_short_year(cursor).value_or(0) == year);
}

TEST_CASE("A year follows its month beyond a comma, a word or a slash", "[indexer][date_parts]") {
  const auto [language, text, year, rest] = GENERATE(
      table<std::string, std::string, int, std::string>({{"en", ", 2021 -", 2021, " -"},
                                                         {"es", " de 2021.", 2021, "."},
                                                         {"ru", " 2021 \u0433. x", 2021, " x"},
                                                         {"en", " / 2021", 2021, ""},
                                                         {"en", " next 2021", 0, " next 2021"}}));
  CAPTURE(text);
  TextCursor cursor(text, 0);
  CHECK(take_year_after_month(cursor, DateLanguage(language)).value_or(0) == year);
  CHECK(rest_of(text, cursor) == rest);
}

TEST_CASE("Two digits are a year if a mark joins them to the name", "[indexer][date_parts]") {
  const auto [text, at, year] = GENERATE(table<std::string, std::size_t, int>(
      {{"Feb-19", 3, 2019}, {"Mar.19", 4, 2019}, {"Mar 19", 3, 0}, {"Mar-190", 3, 0}}));
  CAPTURE(text);
  TextCursor cursor(text, at);
  CHECK(take_year_joined_to_month(cursor).value_or(0) == year);
}

}  // namespace dateline
