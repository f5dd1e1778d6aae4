// Finds every date written in a text, in any of the forms and languages of newspapers.
//
// Only what is written counts: no year is added, no month is padded to a day, impossible days are
// not dates, and years of two
// digits are read where the day and the month stand before them. The scanner does not know which
// date is the publication date; publication_date.h decides that.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/date.h"
#include "indexer/date_forms.h"

namespace dateline {

struct DateMention {
  Date date;                    // day, month or month-day precision
  std::optional<Date> swapped;  // the other reading of a date in digits: 05/03/2021 is read as
                                // 5 March; as 3 May it is a real day too
  DigitOrder order = DigitOrder::kUnknown;        // known if only one order makes 18/05/2021 a day
  DigitOrder named_order = DigitOrder::kUnknown;  // that of day and name: 18 May 2021, May 18, 2021
  std::optional<WallTime> time;
  int weekday = 0;  // as written beside the date: Monday = 1 ... Sunday = 7; 0 if none is
  ByteRange span;   // weekday, date, time and zone
};

// All dates in `text`, in its order, not overlapping. Names are those of `language` (ISO 639-1)
// first, see CalendarNames. Linear in the text; memory grows with the dates found, so callers
// give it the part of an article where it matters.
// REQUIRES: text is well-formed UTF-8.
std::vector<DateMention> scan_dates(std::string_view text, std::string_view language);

}  // namespace dateline
