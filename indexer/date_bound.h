// The last day on which an article can have been published.
#pragma once

#include <optional>
#include <string_view>

#include "common/date.h"
#include "indexer/record.h"

namespace dateline {

// The earliest of: the day after the record's crawl and the day after its last change (some place
// on earth is a day ahead of the crawler), and the day before `published_before`, of which a month
// or a year means its first day. Nothing if none is known: then only years after 2099 are future,
// because no clock is asked.
std::optional<Date> last_possible_day(const Record& record, std::string_view language,
                                      const std::optional<Date>& published_before);

// True if no day that `date` may mean is on or before `bound`.
bool is_future(const Date& date, const std::optional<Date>& bound);

}  // namespace dateline
