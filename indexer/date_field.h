// Reads the date fields of records: what JSON dumps, feeds and page headers put there.
#pragma once

#include <optional>
#include <string_view>

#include "common/date.h"
#include "indexer/date_scanner.h"

namespace dateline {

// "2023-03-01", "2023-03", "2023", "20230301", "2023-03-01T12:14:00+04:00", "2021/11/02",
// "Wed, 01 Mar 2023 12:14:00 +0400", "March 1, 2023", seconds or milliseconds since 1970 (read as
// UTC). A time with an offset keeps the day its publisher wrote. Nothing for any other value, for
// impossible days and for values that hold more than one date. The span is not set.
// REQUIRES: value is well-formed UTF-8.
std::optional<DateMention> parse_date_field(std::string_view value, std::string_view language);

// The date in the path of an article's address: /2023/03/01/, /2023-03-01/, /20230301/ and, with
// month precision, /2023/03/. Query and fragment do not count.
std::optional<Date> date_in_url(std::string_view url);

}  // namespace dateline
