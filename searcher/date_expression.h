// A date as people filter by it: 2023, 2023-03, 2023-03-01, today, yesterday, today-7d.
#pragma once

#include <string_view>

#include "common/date.h"
#include "common/result.h"

namespace dateline {

// Relative forms count back from `today`, in days, weeks, months or years: today-7d, today-2w,
// today-1m, today-10y. Where the month counted back to is too short, its last day is meant: a month
// before 31 March is the last of February. Case does not matter. The result has a year. Fails
// (kRequest) on everything else, saying what is accepted.
// REQUIRES: `today` is valid and has day precision.
Result<Date> parse_date_expression(std::string_view text, const Date& today);

}  // namespace dateline
