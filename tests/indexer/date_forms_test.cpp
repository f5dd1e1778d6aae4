#include "indexer/date_forms.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

std::optional<WrittenDate> first_in(const std::string& text, const std::string& language) {
  return read_date_at(text, next_digit(text, 0), 0, DateLanguage(language));
}

}  // namespace

TEST_CASE("Each form is read, and only its own words", "[indexer][date_forms]") {
  const auto [language, text, date,
              words] = GENERATE(table<std::string, std::string, std::string, std::string>({
      {"en", "2023-03-01T10", "2023-03-01", "2023-03-01"},
      {"en", "2023/3/1 x", "2023-03-01", "2023/3/1"},
      {"hu", "2023. 3. 1. x", "2023-03-01", "2023. 3. 1."},
      {"hu", "2023. m\u00E1rcius 1.", "2023-03-01", "2023. m\u00E1rcius 1."},
      {"lv", "2021. gada 12. mart\u0101", "2021-03-12", "2021. gada 12. mart\u0101"},
      {"lt", "2021 m. kovo 12 d.", "2021-03-12", "2021 m. kovo 12"},
      {"he", "12 \u05D1\u05DE\u05E8\u05E5 2021", "2021-03-12", "12 \u05D1\u05DE\u05E8\u05E5 2021"},
      {"en", "2023-Mar-05 x", "2023-03-05", "2023-Mar-05"},
      {"zh", "2023\u5E743\u67081\u65E5\u6602", "2023-03-01", "2023\u5E743\u67081\u65E5"},
      {"zh", "2023\u5E743\u6708", "2023-03", "2023\u5E743\u6708"},
      {"ja", "\u4EE4\u548C3\u5E743\u670812\u65E5", "2021-03-12",
       "\u4EE4\u548C3\u5E743\u670812\u65E5"},
      {"ko", "3\uC6D4 5\uC77C", "--03-05", "3\uC6D4 5\uC77C"},
      {"en", "18 May 2021, x", "2021-05-18", "18 May 2021"},
      {"en", "18 May, x", "--05-18", "18 May"},
      {"es", "18 de mayo de 2021", "2021-05-18", "18 de mayo de 2021"},
      {"en", "3-Feb-19", "2019-02-03", "3-Feb-19"},
      {"en", "May 18, 2021 x", "2021-05-18", "May 18, 2021"},
      {"en", "Sept. 28 x", "--09-28", "Sept. 28"},
      {"en", "June 1994", "1994-06", "June 1994"},
      {"de", "18.05.2021", "2021-05-18", "18.05.2021"},
      {"de", "4. 2. 2022", "2022-02-04", "4. 2. 2022"},
      {"en", "25/03/21", "2021-03-25", "25/03/21"},
      {"en", "May7, 2021", "2021-05-07", "May7, 2021"},
  }));
  CAPTURE(text);
  const auto written = first_in(text, language);
  REQUIRE(written);
  CHECK(to_iso(written->date) == date);
  CHECK(text.substr(written->start, written->end - written->start) == words);
}

TEST_CASE("What only looks like a date is none", "[indexer][date_forms]") {
  const std::string text = GENERATE("31 April 2021", "2023-02-30", "2023-13-01", "18.05.2021112",
                                    "2023-03-011", "1.2.3.4", "2.5%", "12 Mayors", "31 April",
                                    "0 May 2021", "MAY7 1920H", "MAR8 -- 739", "1907 JUL7 1975");
  CAPTURE(text);
  CHECK_FALSE(first_in(text, "en"));
}

TEST_CASE("Digits show which of them is the day, or keep both readings", "[indexer][date_forms]") {
  const auto [text, order, swapped] = GENERATE(table<std::string, DigitOrder, std::string>({
      {"25/03/2021", DigitOrder::kDayFirst, ""},
      {"03/25/2021", DigitOrder::kMonthFirst, ""},
      {"05/03/2021", DigitOrder::kUnknown, "2021-05-03"},
      {"05.03.2021", DigitOrder::kUnknown, ""},
      {"05/05/2021", DigitOrder::kUnknown, ""},
  }));
  CAPTURE(text);
  const auto written = first_in(text, "en");
  REQUIRE(written);
  CHECK(written->order == order);
  CHECK((written->swapped ? to_iso(*written->swapped) : "") == swapped);
}

TEST_CASE("A name that belongs to the date before is not read again", "[indexer][date_forms]") {
  const std::string text = "3 May 18";
  CHECK(read_date_at(text, 6, 0, DateLanguage("en")));
  CHECK_FALSE(read_date_at(text, 6, 5, DateLanguage("en")));
}

}  // namespace dateline
