// Which number of 05/03/2021 is the day.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "common/date.h"
#include "indexer/date_scanner.h"
#include "indexer/record.h"

namespace dateline {

// The order used by the article: as its unambiguous dates in digits show, else as the region or
// the language of the record and the country of its host write it. In English without a region,
// where both are common, the order of its dates with names of months; unknown if they differ or are
// missing.
DigitOrder digit_order_of(const Record& record, std::string_view language,
                          std::span<const DateMention> siblings);

// The reading of a mention under `order`, or by its weekday if that fits only one; nothing if both
// readings stay possible.
std::optional<Date> settle(const DateMention& mention, DigitOrder order);

}  // namespace dateline
