// The values of facets with their exact counts, before anything is chosen or put into words.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/index/snapshot.h"
#include "searcher/article_filter.h"
#include "searcher/folding.h"
#include "searcher/matcher.h"
#include "searcher/request.h"

namespace dateline {

template <typename Value>
struct Count {
  Value value;
  std::size_t articles = 0;
};
template <typename Value>
using Counts = std::vector<Count<Value>>;  // ascending, each value once

// A country and a time as one value.
constexpr std::uint64_t joined(std::uint16_t country, int time) {
  return std::uint64_t{country} << 32 | static_cast<std::uint32_t>(time);
}
constexpr std::uint16_t country_of(std::uint64_t joined) {
  return static_cast<std::uint16_t>(joined >> 32);
}
constexpr int time_of(std::uint64_t joined) { return static_cast<int>(joined & 0xFFFFFFFF); }

// Countries are codes packed; times are year, year * 16 + month and (year * 16 + month) * 32 + day;
// names view the columns. 0 or "" is where an article has none, and of a country and a time where
// it lacks one of the two. Lists that the request does not ask for are empty.
struct FacetValues {
  Counts<std::uint16_t> countries;
  Counts<int> years;
  Counts<int> months;
  Counts<int> days;
  Counts<std::string_view> sources;
  Counts<std::string_view> languages;
  Counts<std::uint64_t> country_years;
  Counts<std::uint64_t> country_months;
};

// Years, months and days of a date, as values.
int year_value(const Date& date);
int month_value(const Date& date);
int day_value(const Date& date);

// Each list leaves out its own filter, those of country and time none. Where the request has
// facet_groups, a group counts once for each value that one of its articles has.
FacetValues count_values(const Snapshot& snapshot, const Matches& matches,
                         std::span<const FilterSets> filters, const Folding& folding,
                         const Request& request);

// The same of all that there is (published by request.filters.as_of), whatever is asked.
FacetValues count_all_values(const Snapshot& snapshot, const Folding& folding,
                             const Request& request);

}  // namespace dateline
