// What a query says of time and place in words, as filters that could be set.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/country.h"
#include "common/date.h"
#include "common/text/word_breaker.h"
#include "searcher/request.h"

namespace dateline {

// Either a country or days, of which one end may be open.
struct Interpretation {
  std::string words;  // as typed
  ByteRange range;    // where, in the query
  std::optional<CountryCode> country;
  std::optional<Date> from;
  std::optional<Date> to;
  bool operator==(const Interpretation&) const = default;
};

// In the order of the query. What stands in quotes, after a minus or in a field is not read: who
// types operators can type a filter. Nothing for text that is not UTF-8 or too long for a query.
// REQUIRES: `today` is valid and has day precision.
std::vector<Interpretation> interpret(std::string_view query, const Date& today,
                                      WordBreaker& breaker);

// The request with those filters that it does not set itself: `from` and `to` from the first
// interpretation that has days, `countries` from all that have one. Words for a time are taken out
// of the query, as articles do not say them; those for a place stay.
Request with_interpretation(const Request& request, const std::vector<Interpretation>& found);

}  // namespace dateline
