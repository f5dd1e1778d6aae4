#include "searcher/interpret/time_span.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

constexpr Date kWednesday{2024, 5, 15};

// "2024-05-06..2024-05-12", or "none".
std::string shown(TimeMeaning meaning, const TimeSlots& slots, const Date& today = kWednesday) {
  const auto span = span_meant(meaning, slots, today);
  if (!span) return "none";
  return (span->from ? to_iso(*span->from) : "") + ".." + (span->to ? to_iso(*span->to) : "");
}

TimeSlots units(int number, char unit) { return {number, unit, {}, 0}; }

TimeSlots dates(const Date& first, const Date& second = {}) {
  return {std::nullopt, 'd', {first, second}, 0};
}

}  // namespace

TEST_CASE("Units count back from today", "[searcher][interpret]") {
  CHECK(shown(TimeMeaning::kToday, {}) == "2024-05-15..2024-05-15");
  CHECK(shown(TimeMeaning::kYesterday, {}) == "2024-05-14..2024-05-14");
  CHECK(shown(TimeMeaning::kDayBeforeYesterday, {}) == "2024-05-13..2024-05-13");
  CHECK(shown(TimeMeaning::kThis, units(1, 'w')) == "2024-05-13..2024-05-15");
  CHECK(shown(TimeMeaning::kLast, units(1, 'w')) == "2024-05-06..2024-05-12");
  CHECK(shown(TimeMeaning::kLast, units(1, 'm')) == "2024-04..2024-04");
  CHECK(shown(TimeMeaning::kLast, units(1, 'y')) == "2023..2023");
  CHECK(shown(TimeMeaning::kPast, units(2, 'w')) == "2024-05-01..2024-05-15");
  CHECK(shown(TimeMeaning::kPast, units(1, 'm')) == "2024-04-15..2024-05-15");
  CHECK(shown(TimeMeaning::kAgo, units(5, 'm')) == "2023-12..2023-12");
}

TEST_CASE("This day and the last day are no days of the calendar", "[searcher][interpret]") {
  CHECK(shown(TimeMeaning::kThis, units(1, 'd')) == "none");
  CHECK(shown(TimeMeaning::kLast, units(1, 'd')) == "none");
  CHECK(shown(TimeMeaning::kPast, units(1, 'd')) == "2024-05-14..2024-05-15");
}

TEST_CASE("The calendar's beginning is not passed", "[searcher][interpret]") {
  CHECK(shown(TimeMeaning::kPast, units(999, 'y'), {12, 3, 4}) == "0001-01-01..0012-03-04");
  CHECK(shown(TimeMeaning::kAgo, units(999, 'y'), {12, 3, 4}) == "0001..0001");
  CHECK(shown(TimeMeaning::kAgo, units(999, 'm'), {12, 3, 4}) == "0001-01..0001-01");
}

TEST_CASE("Dates open or bound a span", "[searcher][interpret]") {
  CHECK(shown(TimeMeaning::kSince, dates({2023, 3, 0})) == "2023-03..");
  CHECK(shown(TimeMeaning::kUntil, dates({2023, 3, 0})) == "..2023-03");
  CHECK(shown(TimeMeaning::kBefore, dates({2023, 3, 0})) == "..2023-02-28");
  CHECK(shown(TimeMeaning::kAfter, dates({2023, 0, 0})) == "2024-01-01..");
  CHECK(shown(TimeMeaning::kIn, dates({2023, 0, 0})) == "2023..2023");
  CHECK(shown(TimeMeaning::kBetween, dates({2019, 0, 0}, {2021, 0, 0})) == "2019..2021");
  CHECK(shown(TimeMeaning::kDecade, {std::nullopt, 'd', {}, 1990}) == "1990..1999");
}

TEST_CASE("What lies ahead or ends before it begins is no span", "[searcher][interpret]") {
  CHECK(shown(TimeMeaning::kIn, dates({2024, 6, 0})) == "none");
  CHECK(shown(TimeMeaning::kIn, dates({2024, 5, 0})) == "2024-05..2024-05");
  CHECK(shown(TimeMeaning::kAfter, dates({2024, 5, 15})) == "none");
  CHECK(shown(TimeMeaning::kBetween, dates({2021, 0, 0}, {2019, 0, 0})) == "none");
}

}  // namespace dateline
