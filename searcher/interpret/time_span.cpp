#include "searcher/interpret/time_span.h"

#include <algorithm>
#include <cstdint>

namespace dateline {
namespace {

Date day_before(const Date& date) { return date_from_day_number(interval_of(date)->first - 1); }
Date day_after(const Date& date) { return date_from_day_number(interval_of(date)->last + 1); }

// The day, month or year `units` of them before the one that `today` is in; of a week, its Monday.
Date unit_before(const Date& today, char unit, int units) {
  const std::int32_t day = day_number(today);
  if (unit == 'd') return date_from_day_number(day - units);
  if (unit == 'w') return date_from_day_number(day - (iso_weekday(today) - 1) - 7 * units);
  if (unit == 'y') return {std::max(1, today.year - units), 0, 0};
  const int months = today.year * 12 + (today.month - 1) - units;
  return months < 12 ? Date{1, 1, 0} : Date{months / 12, months % 12 + 1, 0};
}

TimeSpan whole_unit_before(const Date& today, char unit, int units) {
  const Date first = unit_before(today, unit, units);
  return {first, unit == 'w' ? date_from_day_number(day_number(first) + 6) : first};
}

std::int32_t days_of(char unit) {
  switch (unit) {
    case 'w':
      return 7;
    case 'm':
      return 30;
    case 'y':
      return 365;
    default:
      return 1;
  }
}

// As many whole days as the units have, before `today` and with it.
Date start_of_past(const Date& today, char unit, int units) {
  const std::int32_t first = day_number(Date{1, 1, 1});
  return date_from_day_number(std::max(first, day_number(today) - days_of(unit) * units));
}

TimeSpan span_of(TimeMeaning meaning, const TimeSlots& slots, const Date& today) {
  const Date& date = slots.dates[0];
  switch (meaning) {
    case TimeMeaning::kToday:
      return {today, today};
    case TimeMeaning::kYesterday:
      return whole_unit_before(today, 'd', 1);
    case TimeMeaning::kDayBeforeYesterday:
      return whole_unit_before(today, 'd', 2);
    case TimeMeaning::kThis:
      return {unit_before(today, slots.unit, 0), today};
    case TimeMeaning::kLast:
      return whole_unit_before(today, slots.unit, 1);
    case TimeMeaning::kPast:
      return {start_of_past(today, slots.unit, slots.number.value_or(1)), today};
    case TimeMeaning::kAgo:
      return whole_unit_before(today, slots.unit, slots.number.value_or(1));
    case TimeMeaning::kSince:
      return {date, std::nullopt};
    case TimeMeaning::kUntil:
      return {std::nullopt, date};
    case TimeMeaning::kBefore:
      return {std::nullopt, day_before(date)};
    case TimeMeaning::kAfter:
      return {day_after(date), std::nullopt};
    case TimeMeaning::kIn:
      return {date, date};
    case TimeMeaning::kBetween:
      return {date, slots.dates[1]};
    case TimeMeaning::kDecade:
      return {Date{slots.tens, 0, 0}, Date{slots.tens + 9, 0, 0}};
  }
  return {};
}

}  // namespace

std::optional<TimeSpan> span_meant(TimeMeaning meaning, const TimeSlots& slots, const Date& today) {
  const bool names_unit = meaning == TimeMeaning::kThis || meaning == TimeMeaning::kLast;
  if (names_unit && slots.unit == 'd') return std::nullopt;
  const TimeSpan span = span_of(meaning, slots, today);
  if (!span.from) return span;
  const std::int32_t first = interval_of(*span.from)->first;
  if (first > day_number(today) || (span.to && first > interval_of(*span.to)->last)) {
    return std::nullopt;
  }
  return span;
}

}  // namespace dateline
