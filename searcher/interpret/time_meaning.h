// What an expression of time can mean, whatever the language.
#pragma once

#include <cstdint>

namespace dateline {

enum class TimeMeaning : std::uint8_t {
  kToday,
  kYesterday,
  kDayBeforeYesterday,
  kThis,     // the unit that today is in, up to today
  kLast,     // the unit before
  kPast,     // <n> units, or one, up to today
  kAgo,      // the day, week, month or year <n> units before
  kSince,    // from <date> or <month> on
  kUntil,    // up to it
  kBefore,   // up to the day before it
  kAfter,    // from the day after it on
  kIn,       // of it
  kBetween,  // from one <date> to another
  kDecade,   // from <tens> on, ten years
};

}  // namespace dateline
