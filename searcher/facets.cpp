#include "searcher/facets.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string_view>

#include "common/text/country_names.h"
#include "searcher/facet_counts.h"

namespace dateline {
namespace {

constexpr const char* kUnknown = "unknown";

// A value while it is counted: a country's code packed, a year, a month as year * 16 + month, or a
// name; 0 or "" where the article has none.
template <typename Value>
struct Count {
  Value value;
  std::size_t articles = 0;
};

template <typename Value>
using Counts = std::vector<Count<Value>>;

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

int month_number(const Date& date) {
  return date.year != 0 && date.month != 0 ? date.year * 16 + date.month : 0;
}

void add_years_and_months(const Columns& columns, std::span<const std::uint32_t> dates,
                          Counts<int>& years, Counts<int>& months) {
  const auto add = [](Counts<int>& counts, int value, std::size_t articles) {
    if (counts.empty() || counts.back().value != value) counts.push_back({value, 0});
    counts.back().articles += articles;
  };
  for (std::uint32_t number = 0; number < dates.size(); ++number) {
    if (dates[number] == 0) continue;
    const Date date = columns.date_numbered(number);
    add(years, date.year, dates[number]);
    add(months, month_number(date), dates[number]);
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

// The values of a facet, of all articles.
struct FacetValues {
  Counts<std::uint16_t> countries;
  Counts<int> years;
  Counts<int> months;
  Counts<std::string_view> sources;
  Counts<std::string_view> languages;
};

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
    add_repeats(values<int>(articles, &FilterSets::date, year_of_article), repeats_.years);
    add_repeats(values<int>(articles, &FilterSets::date, month_of_article), repeats_.months);
    add_repeats(values<std::string_view>(articles, &FilterSets::source, source_of),
                repeats_.sources);
    add_repeats(values<std::string_view>(articles, &FilterSets::language, language_of),
                repeats_.languages);
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
  static void year_of_article(const Columns& columns, std::uint32_t docid,
                              std::vector<int>& values) {
    values.push_back(columns.date(docid).year);
  }
  static void month_of_article(const Columns& columns, std::uint32_t docid,
                               std::vector<int>& values) {
    values.push_back(month_number(columns.date(docid)));
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

// Both in ascending order of value, afterwards. REQUIRES: `counts` has the values of `repeats`.
template <typename Value>
void take_off(const Counts<Value>& repeats, Counts<Value>& counts) {
  counts = merged(std::move(counts));
  auto count = counts.begin();
  for (const Count<Value>& repeat : merged(repeats)) {
    while (count != counts.end() && count->value < repeat.value) ++count;
    if (count == counts.end()) return;
    if (count->value == repeat.value) count->articles -= repeat.articles;
  }
}

// How a facet shows its values; text and label are of known ones.
template <typename Value>
struct Showing {
  const char* name;
  bool newest_first;  // else the most frequent first
  std::function<std::string(const Value&)> text;
  std::function<std::string(const Value&)> label;
  std::function<bool(const Value&)> selected;  // empty if nothing can be
};

// What is unknown comes last, whatever its count.
template <typename Value>
bool comes_before(bool newest_first, const Count<Value>& left, const Count<Value>& right) {
  const bool left_unknown = left.value == Value{};
  const bool right_unknown = right.value == Value{};
  if (left_unknown != right_unknown) return right_unknown;
  if (newest_first) return left.value > right.value;
  if (left.articles != right.articles) return left.articles > right.articles;
  return left.value < right.value;
}

template <typename Value>
FacetValue shown(const Count<Value>& count, const Showing<Value>& showing) {
  const bool selected = showing.selected && showing.selected(count.value);
  if (count.value == Value{}) return {kUnknown, kUnknown, count.articles, selected};
  return {showing.text(count.value), showing.label(count.value), count.articles, selected};
}

// The first `most` values, and of the others those that are selected.
template <typename Value>
Facet facet_of(const Showing<Value>& showing, Counts<Value> counts, std::size_t most) {
  counts = merged(std::move(counts));
  const auto before = [&showing](const Count<Value>& left, const Count<Value>& right) {
    return comes_before(showing.newest_first, left, right);
  };
  const auto rest = counts.begin() + static_cast<std::ptrdiff_t>(std::min(most, counts.size()));
  std::partial_sort(counts.begin(), rest, counts.end(), before);
  const auto not_selected = [&showing](const Count<Value>& count) {
    return !showing.selected || !showing.selected(count.value);
  };
  const auto end = std::remove_if(rest, counts.end(), not_selected);
  std::sort(rest, end, before);
  Facet facet{showing.name, {}};
  std::for_each(counts.begin(), end,
                [&](const Count<Value>& count) { facet.values.push_back(shown(count, showing)); });
  return facet;
}

// Remembered, because ICU takes half a microsecond to find it and every answer asks for the same.
const std::string& label_of(std::uint16_t country) {
  thread_local std::map<std::uint16_t, std::string> labels;
  const auto [entry, is_new] = labels.try_emplace(country);
  if (is_new) entry->second = country_label(CountryCode::from_packed(country));
  return entry->second;
}

Showing<std::uint16_t> showing_countries(const Filters& filters) {
  const auto code = [](std::uint16_t country) { return CountryCode::from_packed(country); };
  Showing<std::uint16_t> showing{"country", false,
                                 [code](const auto& country) { return code(country).str(); },
                                 [](const auto& country) { return label_of(country); }, nullptr};
  if (filters.countries.empty() && filters.all_countries.empty()) return showing;
  showing.selected = [&filters, code](const auto& country) {
    const auto is_it = [&](CountryCode wanted) { return wanted == code(country); };
    return std::any_of(filters.countries.begin(), filters.countries.end(), is_it) ||
           std::any_of(filters.all_countries.begin(), filters.all_countries.end(), is_it);
  };
  return showing;
}

// A year, or year * 16 + month.
Date year_of(int year) { return {year, 0, 0}; }
Date month_of(int month) { return {month / 16, month % 16, 0}; }

Showing<int> showing_dates(const char* name, Date (*date_of)(int), const Filters& filters) {
  const auto iso = [date_of](int value) { return to_iso(date_of(value)); };
  Showing<int> showing{name, true, iso, iso, nullptr};
  if (!filters.from && !filters.to && filters.undated != Undated::kOnly) return showing;
  showing.selected = [&filters, date_of](int value) {
    if (value == 0) return filters.undated == Undated::kOnly;
    if (!filters.from && !filters.to) return false;
    const DayInterval wanted = days_of(filters);
    const auto days = interval_of(date_of(value));
    return days && wanted.first <= days->first && days->last <= wanted.last;
  };
  return showing;
}

Showing<std::string_view> showing_names(const char* name, const std::vector<std::string>& wanted) {
  const auto same = [](std::string_view value) { return std::string(value); };
  Showing<std::string_view> showing{name, false, same, same, nullptr};
  if (wanted.empty()) return showing;
  showing.selected = [filter = NameFilter(wanted)](std::string_view value) {
    return filter.passes(value.empty() ? kUnknown : value);
  };
  return showing;
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
  take_off(repeats.sources, values.sources);
  take_off(repeats.languages, values.languages);
}

}  // namespace

std::vector<Facet> count_facets(const Snapshot& snapshot, const Matches& matches,
                                std::span<const FilterSets> filters, const Folding& folding,
                                const Request& request) {
  FacetValues values;
  for (std::size_t at = 0; at < snapshot.segments.size(); ++at) {
    const Segment& segment = snapshot.segments[at];
    const FacetCounts counts = count_facet_numbers(segment, matches[at], filters[at]);
    add_countries(segment.columns, counts.country_sets, values.countries);
    add_years_and_months(segment.columns, counts.dates, values.years, values.months);
    add_names(segment.columns.sources(), counts.sources, values.sources);
    add_names(segment.columns.languages(), counts.languages, values.languages);
  }
  if (request.facet_groups) count_groups_once(snapshot, matches, filters, folding, values);
  const Filters& chosen = request.filters;
  const std::size_t most = request.facet_limit;
  return {facet_of(showing_countries(chosen), std::move(values.countries), most),
          facet_of(showing_dates("year", year_of, chosen), std::move(values.years), most),
          facet_of(showing_dates("month", month_of, chosen), std::move(values.months), most),
          facet_of(showing_names("source", chosen.sources), std::move(values.sources), most),
          facet_of(showing_names("language", chosen.languages), std::move(values.languages), most)};
}

}  // namespace dateline
