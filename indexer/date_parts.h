// The parts of a written date: day, month and year, read one after the other.
//
// Each function passes a part that stands at the cursor and tells its number; if none stands there
// it leaves the cursor where it is. All are bounded by the longest word and a handful of blanks.
#pragma once

#include <optional>
#include <string_view>

#include "common/text/calendar_names.h"
#include "indexer/text_cursor.h"

namespace dateline {

constexpr int kFirstWrittenYear = 1500;  // earlier numbers of four digits are something else
constexpr int kLastWrittenYear = 2099;

struct DateLanguage {
  explicit DateLanguage(std::string_view language)
      : code(language), names(CalendarNames::of(language)) {}

  std::string_view code;
  CalendarNames names;
};

// 1 to 31, with "st", "er", "º" or "." behind it.
std::optional<int> take_day(TextCursor& cursor);

// Number 0 if no month is named: "May", "de mayo", "tháng 5", "of May".
MonthName take_month_name(TextCursor& cursor, const DateLanguage& language);

// Four digits; years of the Buddhist era in Thai.
std::optional<int> take_year(TextCursor& cursor, const DateLanguage& language);

// The first four of five or six digits. Pages stripped of their tags run things together:
// "3 de mayo de 202221:25", "6/11/20230 Comments".
std::optional<int> take_run_on_year(TextCursor& cursor);

// Two digits: "'21", "21".
std::optional<int> take_short_year(TextCursor& cursor);

// With what stands between a month and its year, and behind that: ", 2021", " de 2021", " 2021 г.".
std::optional<int> take_year_after_month(TextCursor& cursor, const DateLanguage& language);

// Two digits joined to the name: "03.Mar.19", "3-Feb-19".
std::optional<int> take_year_joined_to_month(TextCursor& cursor);

}  // namespace dateline
