#include "searcher/facets.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

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
  std::function<void(const Columns&, std::uint32_t, Counts&)> count;
  std::function<bool(const Filters&, const std::string&)> selected;
  std::function<std::string(const std::string&)> label;
  Order order;
};

std::string same(const std::string& value) { return value; }

void count_countries(const Columns& columns, std::uint32_t docid, Counts& counts) {
  const auto countries = columns.countries(docid);
  for (const std::uint16_t country : countries) ++counts[CountryCode::from_packed(country).str()];
  if (countries.empty()) ++counts[kUnknown];
}

void count_year(const Columns& columns, std::uint32_t docid, Counts& counts) {
  const Date date = columns.date(docid);
  ++counts[date.year == 0 ? kUnknown : to_iso({date.year, 0, 0})];
}

void count_month(const Columns& columns, std::uint32_t docid, Counts& counts) {
  const Date date = columns.date(docid);
  ++counts[date.year == 0 || date.month == 0 ? kUnknown : to_iso({date.year, date.month, 0})];
}

void count_name(const std::vector<std::string>& names, std::uint32_t number, Counts& counts) {
  const bool known = number < names.size() && !names[number].empty();
  ++counts[known ? names[number] : kUnknown];
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
       count_year,
       date_selected,
       same,
       Order::kNewestFirst},
      {"month",
       {&F::country, &F::source, &F::language, &F::rest},
       count_month,
       date_selected,
       same,
       Order::kNewestFirst},
      {"source",
       {&F::country, &F::date, &F::language, &F::rest},
       [](const Columns& columns, std::uint32_t docid, Counts& counts) {
         count_name(columns.sources(), columns.source(docid), counts);
       },
       [](const Filters& filters, const std::string& value) {
         return is_among(filters.sources, value);
       },
       same,
       Order::kByCount},
      {"language",
       {&F::country, &F::date, &F::source, &F::rest},
       [](const Columns& columns, std::uint32_t docid, Counts& counts) {
         count_name(columns.languages(), columns.language(docid), counts);
       },
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
      ArticleSet counted = matches.segments[at].articles;
      for (const auto part : one.filters) counted &= filters[at].*part;
      const Columns& columns = snapshot.segments[at].columns;
      counted.for_each([&](std::uint32_t docid) { one.count(columns, docid, counts); });
    }
    facets.push_back(facet_of(one, counts, request));
  }
  return facets;
}

}  // namespace dateline
