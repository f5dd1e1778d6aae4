#include "searcher/facet_values.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "searcher/facet_counts.h"
#include "searcher/live_articles.h"
#include "searcher/published.h"

namespace dateline {
namespace {

constexpr const char* kUnknown = "unknown";

bool wants(const Request& request, FacetKind kind) {
  return std::find(request.facet_kinds.begin(), request.facet_kinds.end(), kind) !=
         request.facet_kinds.end();
}

// The counts of equal values become one, in ascending order of value.
template <typename Value>
Counts<Value> merged(Counts<Value> counts) {
  std::sort(counts.begin(), counts.end(),
            [](const auto& left, const auto& right) { return left.value < right.value; });
  Counts<Value> sums;
  for (const Count<Value>& count : counts) {
    if (sums.empty() || sums.back().value != count.value) sums.push_back({count.value, 0});
    sums.back().articles += count.articles;
  }
  return sums;
}

// Adds the counts of one segment. Sets of countries are many and countries few, so that they are
// added up by code; letters that are none are damage.
void add_countries(const Columns& columns, std::span<const std::uint32_t> sets,
                   Counts<std::uint16_t>& counts) {
  constexpr std::size_t kLetters = 26;
  std::array<std::size_t, kLetters * kLetters> by_code{};
  std::size_t unknown = 0;
  for (std::uint32_t set = 0; set < sets.size(); ++set) {
    if (sets[set] == 0) continue;
    const auto countries = columns.country_set_numbered(set);
    if (countries.empty()) unknown += sets[set];
    for (const std::uint16_t country : countries) {
      const CountryCode code = CountryCode::from_packed(country);
      const auto first = static_cast<std::size_t>(code.letters[0] - 'A');
      const auto second = static_cast<std::size_t>(code.letters[1] - 'A');
      if (first < kLetters && second < kLetters) by_code[first * kLetters + second] += sets[set];
    }
  }
  if (unknown > 0) counts.push_back({0, unknown});
  for (std::size_t at = 0; at < by_code.size(); ++at) {
    if (by_code[at] == 0) continue;
    const CountryCode code{static_cast<char>('A' + at / kLetters),
                           static_cast<char>('A' + at % kLetters)};
    counts.push_back({code.packed(), by_code[at]});
  }
}

void add_times(const Columns& columns, std::span<const std::uint32_t> dates, bool by_day,
               FacetValues& values) {
  const auto add = [](Counts<int>& counts, int value, std::size_t articles) {
    if (counts.empty() || counts.back().value != value) counts.push_back({value, 0});
    counts.back().articles += articles;
  };
  for (std::uint32_t number = 0; number < dates.size(); ++number) {
    if (dates[number] == 0) continue;
    const Date date = columns.date_numbered(number);
    add(values.years, year_value(date), dates[number]);
    add(values.months, month_value(date), dates[number]);
    if (by_day) add(values.days, day_value(date), dates[number]);
  }
}

// "" for what is unknown.
std::string_view name_numbered(const std::vector<std::string>& names, std::size_t number) {
  const bool known = number < names.size() && names[number] != kUnknown;
  return known ? std::string_view(names[number]) : "";
}

void add_names(const std::vector<std::string>& names, std::span<const std::uint32_t> articles,
               Counts<std::string_view>& counts) {
  for (std::size_t number = 0; number < articles.size(); ++number) {
    if (articles[number] == 0) continue;
    counts.push_back({name_numbered(names, number), articles[number]});
  }
}

// A country and a time of an article each; one unknown where it lacks countries or the time.
void add_pairs(std::span<const std::uint16_t> countries, int time,
               std::vector<std::uint64_t>& pairs) {
  if (countries.empty() || time == 0) {
    pairs.push_back(0);
    return;
  }
  for (const std::uint16_t country : countries) pairs.push_back(joined(country, time));
}

// Countries and times go together article by article; articles of the same sets of countries and
// the same date are counted first.
void add_country_times(const Columns& columns, const ArticleSet& articles, FacetValues& values) {
  std::unordered_map<std::uint64_t, std::uint32_t> by_numbers;
  articles.for_each([&](std::uint32_t docid) {
    if (docid > columns.last_docid()) return;  // damage
    ++by_numbers[std::uint64_t{columns.country_set_numbers()[docid]} << 32 |
                 columns.date_numbers()[docid]];
  });
  std::vector<std::uint64_t> pairs;
  const auto add = [&pairs](Counts<std::uint64_t>& counts, std::size_t number) {
    for (const std::uint64_t pair : pairs) counts.push_back({pair, number});
    pairs.clear();
  };
  for (const auto& [numbers, count] : by_numbers) {
    const auto countries = columns.country_set_numbered(static_cast<std::uint32_t>(numbers >> 32));
    const Date date = columns.date_numbered(static_cast<std::uint32_t>(numbers));
    add_pairs(countries, year_value(date), pairs);
    add(values.country_years, count);
    add_pairs(countries, month_value(date), pairs);
    add(values.country_months, count);
  }
}

// Of values that articles of one group have, how often each comes again after the first.
template <typename Value>
void add_repeats(std::vector<Value> values, Counts<Value>& repeats) {
  std::sort(values.begin(), values.end());
  for (std::size_t at = 1; at < values.size(); ++at) {
    if (values[at] == values[at - 1]) repeats.push_back({values[at], 1});
  }
}

// What the counts of articles have too much as counts of groups. Each facet leaves out its own
// filter, as its counts do.
class GroupRepeats {
 public:
  GroupRepeats(const Snapshot& snapshot, std::span<const FilterSets> filters)
      : snapshot_(snapshot), filters_(filters) {}

  void add(std::span<const ArticlePlace> articles) {
    add_repeats(values<std::uint16_t>(articles, &FilterSets::country, countries_of),
                repeats_.countries);
    add_repeats(values<int>(articles, &FilterSets::date, year_of), repeats_.years);
    add_repeats(values<int>(articles, &FilterSets::date, month_of), repeats_.months);
    add_repeats(values<int>(articles, &FilterSets::date, day_of), repeats_.days);
    add_repeats(values<std::string_view>(articles, &FilterSets::source, source_of),
                repeats_.sources);
    add_repeats(values<std::string_view>(articles, &FilterSets::language, language_of),
                repeats_.languages);
    add_repeats(values<std::uint64_t>(articles, nullptr, country_years_of), repeats_.country_years);
    add_repeats(values<std::uint64_t>(articles, nullptr, country_months_of),
                repeats_.country_months);
  }

  const FacetValues& repeats() const { return repeats_; }

 private:
  template <typename Value>
  using Append = void (*)(const Columns&, std::uint32_t docid, std::vector<Value>&);

  template <typename Value>
  std::vector<Value> values(std::span<const ArticlePlace> articles, FilterSets::Part own,
                            Append<Value> append) const {
    std::vector<Value> values;
    for (const ArticlePlace& place : articles) {
      if (!filters_[place.segment].pass(place.docid, own)) continue;
      append(snapshot_.segments[place.segment].columns, place.docid, values);
    }
    return values;
  }

  static void countries_of(const Columns& columns, std::uint32_t docid,
                           std::vector<std::uint16_t>& values) {
    const auto countries = columns.countries(docid);
    if (countries.empty()) values.push_back(0);
    values.insert(values.end(), countries.begin(), countries.end());
  }
  static void year_of(const Columns& columns, std::uint32_t docid, std::vector<int>& values) {
    values.push_back(year_value(columns.date(docid)));
  }
  static void month_of(const Columns& columns, std::uint32_t docid, std::vector<int>& values) {
    values.push_back(month_value(columns.date(docid)));
  }
  static void day_of(const Columns& columns, std::uint32_t docid, std::vector<int>& values) {
    values.push_back(day_value(columns.date(docid)));
  }
  static void country_years_of(const Columns& columns, std::uint32_t docid,
                               std::vector<std::uint64_t>& values) {
    add_pairs(columns.countries(docid), year_value(columns.date(docid)), values);
  }
  static void country_months_of(const Columns& columns, std::uint32_t docid,
                                std::vector<std::uint64_t>& values) {
    add_pairs(columns.countries(docid), month_value(columns.date(docid)), values);
  }
  static void source_of(const Columns& columns, std::uint32_t docid,
                        std::vector<std::string_view>& values) {
    values.push_back(name_numbered(columns.sources(), columns.source(docid)));
  }
  static void language_of(const Columns& columns, std::uint32_t docid,
                          std::vector<std::string_view>& values) {
    values.push_back(name_numbered(columns.languages(), columns.language(docid)));
  }

  const Snapshot& snapshot_;
  std::span<const FilterSets> filters_;
  FacetValues repeats_;
};

// REQUIRES: `counts` has the values of `repeats`.
template <typename Value>
void take_off(const Counts<Value>& repeats, Counts<Value>& counts) {
  auto count = counts.begin();
  for (const Count<Value>& repeat : merged(repeats)) {
    while (count != counts.end() && count->value < repeat.value) ++count;
    if (count == counts.end()) return;
    if (count->value == repeat.value) count->articles -= repeat.articles;
  }
}

void count_groups_once(const Snapshot& snapshot, const Matches& matches,
                       std::span<const FilterSets> filters, const Folding& folding,
                       FacetValues& values) {
  GroupRepeats groups(snapshot, filters);
  folding.for_each_group(
      matches, [&groups](std::span<const ArticlePlace> articles) { groups.add(articles); });
  const FacetValues& repeats = groups.repeats();
  take_off(repeats.countries, values.countries);
  take_off(repeats.years, values.years);
  take_off(repeats.months, values.months);
  take_off(repeats.days, values.days);
  take_off(repeats.sources, values.sources);
  take_off(repeats.languages, values.languages);
  take_off(repeats.country_years, values.country_years);
  take_off(repeats.country_months, values.country_months);
}

void merge_equal(FacetValues& values) {
  const auto merge = [](auto& counts) { counts = merged(std::move(counts)); };
  merge(values.countries);
  merge(values.years);
  merge(values.months);
  merge(values.days);
  merge(values.sources);
  merge(values.languages);
  merge(values.country_years);
  merge(values.country_months);
}

}  // namespace

int year_value(const Date& date) { return date.year; }
int month_value(const Date& date) {
  return date.year != 0 && date.month != 0 ? date.year * 16 + date.month : 0;
}
int day_value(const Date& date) {
  return month_value(date) != 0 && date.day != 0 ? month_value(date) * 32 + date.day : 0;
}

FacetValues count_values(const Snapshot& snapshot, const Matches& matches,
                         std::span<const FilterSets> filters, const Folding& folding,
                         const Request& request) {
  FacetValues values;
  for (std::size_t at = 0; at < snapshot.segments.size(); ++at) {
    const Segment& segment = snapshot.segments[at];
    const FacetCounts counts = count_facet_numbers(segment, matches[at], filters[at]);
    add_countries(segment.columns, counts.country_sets, values.countries);
    add_times(segment.columns, counts.dates, wants(request, FacetKind::kDay), values);
    add_names(segment.columns.sources(), counts.sources, values.sources);
    add_names(segment.columns.languages(), counts.languages, values.languages);
    if (!wants(request, FacetKind::kCountryYear) && !wants(request, FacetKind::kCountryMonth)) {
      continue;
    }
    ArticleSet passing = matches[at];
    filters[at].keep_passing(passing);
    add_country_times(segment.columns, passing, values);
  }
  merge_equal(values);
  if (request.facet_groups) count_groups_once(snapshot, matches, filters, folding, values);
  return values;
}

FacetValues count_all_values(const Snapshot& snapshot, const Folding& folding,
                             const Request& request) {
  Matches all;
  std::vector<FilterSets> filters(snapshot.segments.size());
  for (std::size_t at = 0; at < snapshot.segments.size(); ++at) {
    all.push_back(live_articles(snapshot.segments[at]));
    if (request.filters.as_of) {
      filters[at].rest = published_by(snapshot.segments[at], *request.filters.as_of);
    }
  }
  return count_values(snapshot, all, filters, folding, request);
}

}  // namespace dateline
