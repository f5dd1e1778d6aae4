#include "indexer/date_field.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("A field of a date is read in the forms that sources write", "[indexer][date_field]") {
  const auto [value, date, time] = GENERATE(table<std::string, std::string, std::string>({
      {"2023-03-01", "2023-03-01", ""},
      {"2023-03", "2023-03", ""},
      {"2023", "2023", ""},
      {"20230301", "2023-03-01", ""},
      {"2023-03-01T12:14:00+04:00", "2023-03-01", "12:14+04:00"},
      {"2023-03-01T23:50:00-05:00", "2023-03-01", "23:50-05:00"},
      {"Wed, 01 Mar 2023 12:14:00 +0400", "2023-03-01", "12:14+04:00"},
      {"March 1, 2023", "2023-03-01", ""},
      {"2021/11/02", "2021-11-02", ""},
      {"1615726800", "2021-03-14", "13:00Z"},
      {"1615726800000", "2021-03-14", "13:00Z"},
      {" \"2023-03-01\" ", "2023-03-01", ""},
  }));
  CAPTURE(value);
  const auto field = parse_date_field(value, "en");
  REQUIRE(field);
  CHECK(to_iso(field->date) == date);
  CHECK((field->time ? to_string(*field->time) : "") == time);
}

TEST_CASE("A field that is no date, or several, gives none", "[indexer][date_field]") {
  const std::string value =
      GENERATE("", "yesterday", "2021-02-30", "20231301", "3 May 2021 to 5 May 2021", "0", "99999",
               "2023-03-01 2023-03-02");
  CAPTURE(value);
  CHECK_FALSE(parse_date_field(value, "en"));
}

TEST_CASE("An address names a day or a month in its path", "[indexer][date_field]") {
  const auto [url, date] = GENERATE(table<std::string, std::string>({
      {"https://example.org/2023/03/01/plan", "2023-03-01"},
      {"https://example.org/2023-03-01/plan", "2023-03-01"},
      {"https://example.org/news/20230301/", "2023-03-01"},
      {"https://example.org/2023/03/plan", "2023-03"},
      {"https://example.org/2023/13/01/plan", ""},
      {"https://example.org/plan?d=/2023/03/01/", ""},
      {"https://example.org/plan#/2023/03/01/", ""},
      {"https://example.org/12345/", ""},
      {"", ""},
  }));
  CAPTURE(url);
  const auto found = date_in_url(url);
  CHECK((found ? to_iso(*found) : "") == date);
}

}  // namespace dateline
