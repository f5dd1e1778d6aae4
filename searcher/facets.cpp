#include "searcher/facets.h"

#include <algorithm>
#include <functional>
#include <map>

#include "common/text/country_names.h"
#include "common/text/fold.h"

namespace dateline {
namespace {

constexpr const char* kUnknown = "unknown";

enum class Order : std::uint8_t { kByCount, kNewestFirst };

using Counts = std::map<std::string, std::size_t>;

// One row per facet: which part of the filters is its own, what an article counts for, and how the
// values are shown.
struct FacetSchema {
  const char* name;
  std::vector<ArticleSet FilterSets::*> filters;  // all but its own
  std::function<void(const Columns&, const ArticleSet&, Counts&)> count;
  std::function<bool(const Filters&, const std::string&)> selected;
  std::function<std::string(const std::string&)> label;
  Order order;
};

std::string same(const std::string& value) { return value; }

// Calls name(number, count) for each number that number_of() gives for some article of the set;
// numbers are below `size`.
template <typename NumberOf, typename Name>
void tally(const ArticleSet& articles, std::size_t size, NumberOf number_of, Name name) {
  std::vector<std::size_t> counts(size);
  articles.for_each([&](std::uint32_t docid) { ++counts[number_of(docid)]; });
  for (std::size_t number = 0; number < size; ++number) {
    if (counts[number] > 0) name(number, counts[number]);
  }
}

void count_countries(const Columns& columns, const ArticleSet& articles, Counts& counts) {
  std::vector<std::size_t> by_code(std::size_t{1} << 16);
  articles.for_each([&](std::uint32_t docid) {
    const auto countries = columns.countries(docid);
    for (const std::uint16_t country : countries) ++by_code[country];
    if (countries.empty()) ++by_code[0];
  });
  for (std::size_t code = 0; code < by_code.size(); ++code) {
    if (by_code[code] == 0) continue;
    const auto country = CountryCode::from_packed(static_cast<std::uint16_t>(code));
    counts[code == 0 ? kUnknown : country.str()] += by_code[code];
  }
}

constexpr std::size_t kYears = 10000;

void count_years(const Columns& columns, const ArticleSet& articles, Counts& counts) {
  tally(
      articles, kYears,
      [&](std::uint32_t docid) {
        return static_cast<std::size_t>(columns.date(docid).year) % kYears;
      },
      [&](std::size_t year, std::size_t count) {
        counts[year == 0 ? kUnknown : to_iso({static_cast<int>(year), 0, 0})] += count;
      });
}

void count_months(const Columns& columns, const ArticleSet& articles, Counts& counts) {
  tally(
      articles, kYears * 13,
      [&](std::uint32_t docid) {
        const Date date = columns.date(docid);
        const bool known = date.year != 0 && date.month != 0;
        return known ? static_cast<std::size_t>(date.year * 13 + date.month) % (kYears * 13) : 0;
      },
      [&](std::size_t month, std::size_t count) {
        const Date date{static_cast<int>(month / 13), static_cast<int>(month % 13), 0};
        counts[month == 0 ? kUnknown : to_iso(date)] += count;
      });
}

// Articles by a number into `names`; a number beyond them or an empty name is unknown.
template <typename NumberOf>
void count_names(const std::vector<std::string>& names, const ArticleSet& articles,
                 NumberOf number_of, Counts& counts) {
  tally(
      articles, names.size() + 1,
      [&](std::uint32_t docid) { return std::min<std::size_t>(number_of(docid), names.size()); },
      [&](std::size_t number, std::size_t count) {
        const bool known = number < names.size() && !names[number].empty();
        counts[known ? names[number] : kUnknown] += count;
      });
}

void count_sources(const Columns& columns, const ArticleSet& articles, Counts& counts) {
  const auto source = [&columns](std::uint32_t docid) { return columns.source(docid); };
  count_names(columns.sources(), articles, source, counts);
}

void count_languages(const Columns& columns, const ArticleSet& articles, Counts& counts) {
  const auto language = [&columns](std::uint32_t docid) { return columns.language(docid); };
  count_names(columns.languages(), articles, language, counts);
}

bool country_selected(const Filters& filters, const std::string& value) {
  const auto is_value = [&value](CountryCode country) { return country.str() == value; };
  return std::any_of(filters.countries.begin(), filters.countries.end(), is_value) ||
         std::any_of(filters.all_countries.begin(), filters.all_countries.end(), is_value);
}

bool date_selected(const Filters& filters, const std::string& value) {
  if (value == kUnknown) return filters.undated == Undated::kOnly;
  const auto date = parse_iso_date(value);
  if (!date || !(filters.from || filters.to)) return false;
  const DayInterval wanted = days_of(filters);
  const auto days = interval_of(*date);
  return days && wanted.first <= days->first && days->last <= wanted.last;
}

bool is_among(const std::vector<std::string>& wanted, const std::string& value) {
  return std::any_of(wanted.begin(), wanted.end(), [&value](const std::string& one) {
    return fold_case(one) == fold_case(value);
  });
}

std::string country_name(const std::string& value) {
  if (value == kUnknown) return value;
  return country_label({value[0], value[1]});
}

const std::vector<FacetSchema>& schema() {
  using F = FilterSets;
  static const std::vector<FacetSchema> facets = {
      {"country",
       {&F::date, &F::source, &F::language, &F::rest},
       count_countries,
       country_selected,
       country_name,
       Order::kByCount},
      {"year",
       {&F::country, &F::source, &F::language, &F::rest},
       count_years,
       date_selected,
       same,
       Order::kNewestFirst},
      {"month",
       {&F::country, &F::source, &F::language, &F::rest},
       count_months,
       date_selected,
       same,
       Order::kNewestFirst},
      {"source",
       {&F::country, &F::date, &F::language, &F::rest},
       count_sources,
       [](const Filters& filters, const std::string& value) {
         return is_among(filters.sources, value);
       },
       same,
       Order::kByCount},
      {"language",
       {&F::country, &F::date, &F::source, &F::rest},
       count_languages,
       [](const Filters& filters, const std::string& value) {
         return is_among(filters.languages, value);
       },
       same,
       Order::kByCount},
  };
  return facets;
}

// "unknown" always comes last.
bool comes_before(Order order, const FacetValue& left, const FacetValue& right) {
  const bool left_unknown = left.value == kUnknown;
  const bool right_unknown = right.value == kUnknown;
  if (left_unknown != right_unknown) return right_unknown;
  if (order == Order::kNewestFirst) return left.value > right.value;
  if (left.count != right.count) return left.count > right.count;
  return left.value < right.value;
}

Facet facet_of(const FacetSchema& schema, const Counts& counts, const Request& request) {
  Facet facet{schema.name, {}};
  for (const auto& [value, count] : counts) {
    facet.values.push_back(
        {value, schema.label(value), count, schema.selected(request.filters, value)});
  }
  std::sort(facet.values.begin(), facet.values.end(),
            [&schema](const FacetValue& left, const FacetValue& right) {
              return comes_before(schema.order, left, right);
            });
  std::size_t place = 0;
  std::erase_if(facet.values, [&](const FacetValue& value) {
    return place++ >= request.facet_limit && !value.selected;
  });
  return facet;
}

}  // namespace

std::vector<Facet> count_facets(const Snapshot& snapshot, const Matches& matches,
                                std::span<const FilterSets> filters, const Request& request) {
  std::vector<Facet> facets;
  for (const FacetSchema& one : schema()) {
    Counts counts;
    for (std::size_t at = 0; at < snapshot.segments.size(); ++at) {
      ArticleSet counted = matches[at];
      for (const auto part : one.filters) counted &= filters[at].*part;
      one.count(snapshot.segments[at].columns, counted, counts);
    }
    facets.push_back(facet_of(one, counts, request));
  }
  return facets;
}

}  // namespace dateline
