// The forms in which newspapers write a date, tried at a place of a text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/date.h"
#include "indexer/date_parts.h"

namespace dateline {

// Which number of a date in digits is the day.
enum class DigitOrder { kUnknown, kDayFirst, kMonthFirst };

struct WrittenDate {
  Date date;
  std::size_t start = 0;        // before the number it was found at, if a month's name leads it
  std::size_t end = 0;          // byte after it
  std::optional<Date> swapped;  // as in DateMention, like the two orders
  DigitOrder order = DigitOrder::kUnknown;
  DigitOrder named_order = DigitOrder::kUnknown;
};

// The date whose first number begins at byte `at`; it is a valid one. What stands before byte
// `not_before` belongs to something else. Looks at a bounded piece of the text.
// REQUIRES: text is well-formed UTF-8 and a digit begins at `at`.
std::optional<WrittenDate> read_date_at(std::string_view text, std::size_t at,
                                        std::size_t not_before, const DateLanguage& language);

}  // namespace dateline
