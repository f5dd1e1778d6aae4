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
#include "searcher/query.h"
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

// In the order of the text. Only plain words are read, and those only in a query without operators:
// who types operators can type a filter.
// REQUIRES: `query` was parsed from `text`; `today` is valid and has day precision.
std::vector<Interpretation> interpret(std::string_view text, const Query& query, const Date& today,
                                      WordBreaker& breaker);

// The request with those filters that it does not set itself: `from` and `to` from the first
// interpretation that has days, `countries` from all that have one. Words for a time are taken out
// of the query, as articles do not say them; those for a place stay.
Request with_interpretation(const Request& request, const std::vector<Interpretation>& found);

}  // namespace dateline
