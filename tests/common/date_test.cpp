#include "common/date.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Dates of every precision are written and read back", "[common][date]") {
  const auto [date, iso, precision] = GENERATE(table<Date, std::string, std::string>({
      {{2023, 3, 1}, "2023-03-01", "day"},
      {{2023, 3, 0}, "2023-03", "month"},
      {{2023, 0, 0}, "2023", "year"},
      {{0, 2, 28}, "--02-28", "month-day"},
      {{0, 2, 29}, "--02-29", "month-day"},
      {{812, 12, 31}, "0812-12-31", "day"},
  }));
  CHECK(to_iso(date) == iso);
  CHECK(parse_iso_date(iso) == date);
  CHECK(to_string(date.precision()) == precision);
  CHECK(is_valid(date));
}

TEST_CASE("An unknown date has no text", "[common][date]") {
  CHECK(to_iso(Date{}).empty());
  CHECK(std::string(to_string(Date{}.precision())) == "none");
}

TEST_CASE("What is not a date is not read as one", "[common][date]") {
  const auto* text =
      GENERATE("", "-", "2023-", "2023-13", "2023-00", "2023-02-30", "2023-2-3", "20230301", "0000",
               "2023-03-01 ", "--02", "--02-30", "-023-01-01", "2023-03-00", "2023-03-01T00:00");
  CHECK_FALSE(parse_iso_date(text).has_value());
}

TEST_CASE("A partial date means all of its days, an unknown year none", "[common][date]") {
  CHECK(interval_of({1970, 1, 1}) == DayInterval{0, 0});
  CHECK(interval_of({1970, 2, 0}) == DayInterval{31, 58});
  CHECK(interval_of({2000, 2, 0})->last - interval_of({2000, 2, 0})->first == 28);
  CHECK(interval_of({1970, 0, 0}) == DayInterval{0, 364});
  CHECK_FALSE(interval_of({0, 2, 28}).has_value());
  CHECK_FALSE(interval_of({}).has_value());
}

TEST_CASE("Day numbers and dates are each other's inverse", "[common][date]") {
  for (std::int32_t days = -200000; days < 200000; days += 37) {
    CHECK(day_number(date_from_day_number(days)) == days);
  }
  CHECK(iso_weekday({2024, 4, 23}) == 2);
  CHECK(iso_weekday({2024, 5, 16}) == 4);
}

TEST_CASE("A wall time shows its offset only when it has one", "[common][date]") {
  CHECK(to_string(WallTime{12, 14, 240}) == "12:14+04:00");
  CHECK(to_string(WallTime{9, 5, -210}) == "09:05-03:30");
  CHECK(to_string(WallTime{23, 59, 0}) == "23:59Z");
  CHECK(to_string(WallTime{0, 0, std::nullopt}) == "00:00");
}

}  // namespace dateline
