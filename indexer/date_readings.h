// Every date that an article may have been published on, with the log-odds of all that speaks for
// it.
//
// Evidence comes in families that are wrong for different reasons: the words of the page, its
// dateline, its address. Within a family the best mention of a day counts, because repetitions say
// the same thing again; across families the log-odds add up.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/date.h"
#include "indexer/layout.h"
#include "indexer/record.h"

namespace dateline {

struct DateReading {
  Date date;
  std::optional<WallTime> time;
  std::optional<ByteRange> span;  // in bytes of Record::text
  std::string evidence;           // as in DateFinding
  bool of_page = false;           // stands where pages date themselves, not among an article's
                                  // words
  double log_odds = 0;            // against "none of the dates is right"
  double probability = 0;         // e^log_odds / (1 + the sum of that over all readings)
};

// Readings of different dates, the most probable first; of equals the earlier date. Dates after
// `bound` are left out. A day whose number cannot be told from the month's is read as its year, and
// both days follow with half its probability.
// REQUIRES: layout is that of record.
std::vector<DateReading> date_readings(const Record& record, const Layout& layout,
                                       std::string_view language, const std::optional<Date>& bound);

}  // namespace dateline
