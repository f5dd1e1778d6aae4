// Calendar dates of which parts may be unknown. Unknown parts stay unknown: nothing here fills in
// a year, pads a month to its first day or asks the clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

enum class DatePrecision : std::uint8_t { kNone, kMonthDay, kYear, kMonth, kDay };

// "none", "month-day", "year", "month", "day".
const char* to_string(DatePrecision precision);

// A day of the proleptic Gregorian calendar, or part of one; a part that is not known is 0.
// The parts known are: none; month and day; year; year and month; year, month and day.
struct Date {
  int year = 0;   // 1..9999
  int month = 0;  // 1..12
  int day = 0;    // 1..31

  DatePrecision precision() const;
  auto operator<=>(const Date&) const = default;
};

// True if the known parts form one of the five combinations above and name real days:
// 2023-02-30 is not valid, --02-29 is.
bool is_valid(const Date& date);

// "2023-03-01", "2023-03", "2023", "--02-28"; "" if nothing is known.
std::string to_iso(const Date& date);

// Reads exactly the forms that to_iso() writes, except "". Nothing if the text is another or the
// date is not valid.
std::optional<Date> parse_iso_date(std::string_view text);

// Days as counted from 1970-01-01 (which is 0), first and last inclusive.
struct DayInterval {
  std::int32_t first = 0;
  std::int32_t last = 0;
  bool operator==(const DayInterval&) const = default;
};

// All days the date may mean; nothing when the year is unknown.
// REQUIRES: is_valid(date).
std::optional<DayInterval> interval_of(const Date& date);

// REQUIRES: the date has day precision and is valid.
std::int32_t day_number(const Date& date);
Date date_from_day_number(std::int32_t days);

// Monday = 1 ... Sunday = 7. REQUIRES: the date has day precision and is valid.
int iso_weekday(const Date& date);

// A time of day as its publisher wrote it.
struct WallTime {
  int hour = 0;                           // 0..23
  int minute = 0;                         // 0..59
  std::optional<int> utc_offset_minutes;  // east positive; unknown if the source names no zone
  bool operator==(const WallTime&) const = default;
};

// "12:14+04:00", "12:14Z", "12:14".
std::string to_string(const WallTime& time);

}  // namespace dateline
