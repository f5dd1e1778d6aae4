// The year that is probable for a dateline without one ("BAKU, February 28 -"). A guess to show
// beside the date, never a part of it: no facet and no filter knows it.
#pragma once

#include <optional>
#include <string_view>

#include "common/date.h"

namespace dateline {

// The largest year in the text, if the weekdays written beside days without a year ("Monday, March
// 2"), at most two weeks from the dateline, are those of that year; nothing if none is written or
// one does not fit. DATES.md has its measured precision, and that of the rules left out. Reads 64
// KiB; linear. REQUIRES: month_day has month-day precision; text is well-formed UTF-8.
std::optional<int> probable_year(std::string_view text, const Date& month_day,
                                 std::string_view language);

}  // namespace dateline
