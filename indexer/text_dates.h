// Every day that the text of a page names, with what speaks for and against its being the day of
// publication.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/date.h"
#include "indexer/date_cue.h"
#include "indexer/date_scanner.h"
#include "indexer/layout.h"
#include "indexer/record.h"

namespace dateline {

struct DateCandidate {
  Date date;
  std::optional<std::array<Date, 2>> readings;  // both, if the order of day and month is not known:
                                                // then `date` is the year alone
  std::optional<WallTime> time;
  ByteRange span;  // in bytes of Record::text
  CueSet cues;
};

// All dates with their year, in the order of the text. Reads the first 256 KiB and keeps the first
// thousand dates, so that memory is bounded; linear in time.
// REQUIRES: layout is that of record.
std::vector<DateCandidate> dates_in_text(const Record& record, const Layout& layout,
                                         std::string_view language);

}  // namespace dateline
