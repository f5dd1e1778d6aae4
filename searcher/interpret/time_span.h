// Which days an expression of time means on a day.
#pragma once

#include <array>
#include <optional>

#include "common/date.h"
#include "searcher/interpret/time_meaning.h"

namespace dateline {

// What the slots of a form were filled with.
struct TimeSlots {
  std::optional<int> number;
  char unit = 'd';
  std::array<Date, 2> dates{};  // in the order of the form
  int tens = 0;                 // the first year of a decade
};

// From the first possible day of `from` to the last possible of `to`; an end may be open.
struct TimeSpan {
  std::optional<Date> from;
  std::optional<Date> to;
};

// Nothing for what begins after `today`, for what ends before it begins, and for "this day" and
// "the last day", which are seldom today and yesterday. REQUIRES: `today` is valid and has day
// precision; the slots that the meaning needs are filled.
std::optional<TimeSpan> span_meant(TimeMeaning meaning, const TimeSlots& slots, const Date& today);

}  // namespace dateline
