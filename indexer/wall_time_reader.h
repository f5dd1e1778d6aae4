// Reads times of day as news pages print them, with their time zone.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/date.h"

namespace dateline {

struct WallTimeReading {
  WallTime time;
  std::size_t end = 0;  // byte after the last one read, closing brackets included
};

// The time that begins exactly at byte `at`: "17:50", "17:50:03.120", "9:30 a.m. ET", "5 PM",
// "17h50", "17.50 Uhr", "오후 5:50", "下午5点30分", each with a zone after it if there is one:
// "Z", "+04:00", "(UTC+04:00)", "GMT", "MSK". Names that mean several zones (CST, IST) or change
// with the season (ET) are passed without giving an offset.
// REQUIRES: text is well-formed UTF-8 and `at` is on a code point boundary.
std::optional<WallTimeReading> read_wall_time(std::string_view text, std::size_t at);

// The same after what stands between a date and its time: "T", ",", " | ", " at ", " um ", " в ".
std::optional<WallTimeReading> read_wall_time_after_date(std::string_view text, std::size_t at);

// True if the word is the name of a time zone ("EST", "МСК") or a word for o'clock ("Uhr").
bool is_zone_name(std::string_view word);

}  // namespace dateline
