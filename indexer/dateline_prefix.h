// The dateline of wire copy: place and day before the first sentence of a story, as in
// "BAKU, February 28 - President ...", "NEW YORK, Sept. 3 (Agency) --", "МОСКВА, 28 фев — ".
#pragma once

#include <optional>
#include <string_view>

#include "indexer/date_scanner.h"

namespace dateline {

// A date alone ("Feb. 28 (UPI) --") is a dateline only where the story begins; further down it
// heads the entries of chronologies.
enum class DatelinePlace { kRequired, kOptional };

// The date in the dateline that begins `paragraph`; it has day precision if the year is written
// and month-day precision if it is not. Only the first bytes of the paragraph are read.
// A date in a sentence ("On February 28 the ...") is no dateline: what stands before the date must
// be names or nothing, and a dash, an agency or the like must follow it.
// REQUIRES: paragraph is well-formed UTF-8.
std::optional<DateMention> date_in_dateline(std::string_view paragraph, std::string_view language,
                                            DatelinePlace place);

}  // namespace dateline
