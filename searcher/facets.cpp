#include "searcher/facets.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string_view>

#include "common/text/country_names.h"
#include "common/text/fold.h"
#include "searcher/facet_values.h"

namespace dateline {
namespace {

constexpr const char* kUnknown = "unknown";
constexpr std::array kUsualFacets = {FacetKind::kCountry, FacetKind::kYear, FacetKind::kMonth,
                                     FacetKind::kSource, FacetKind::kLanguage};

// How a facet shows its values; text and label are of known ones.
template <typename Value>
struct Showing {
  const char* name;
  bool newest_first;  // else the most frequent first
  std::function<std::string(const Value&)> text;
  std::function<std::string(const Value&)> label;
  std::function<bool(const Value&)> selected;  // empty if nothing can be
  std::vector<Value> chosen{};                 // shown even if no article has them
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

// Whether a word of the text begins so.
bool has_word_with(std::string_view text, std::string_view folded_prefix) {
  const std::string folded = fold_accents(fold_case(text));
  std::size_t at = 0;
  while (at != std::string::npos) {
    if (std::string_view(folded).substr(at).starts_with(folded_prefix)) return true;
    at = folded.find_first_of(" -./", at);
    if (at != std::string::npos) ++at;
  }
  return false;
}

template <typename Value>
void keep_with_prefix(const Showing<Value>& showing, const std::string& prefix,
                      Counts<Value>& counts) {
  if (prefix.empty()) return;
  const std::string folded = fold_accents(fold_case(prefix));
  std::erase_if(counts, [&](const Count<Value>& count) {
    const FacetValue value = shown(count, showing);
    return !value.selected && !has_word_with(value.value, folded) &&
           !has_word_with(value.label, folded);
  });
}

// Where the value is in the counts, or would be.
template <typename Found, typename Value>
auto place_of(Found& counts, const Value& value) {
  return std::lower_bound(
      counts.begin(), counts.end(), value,
      [](const Count<Value>& count, const Value& wanted) { return count.value < wanted; });
}

template <typename Value>
void add_chosen(const Showing<Value>& showing, Counts<Value>& counts) {
  for (const Value& value : showing.chosen) {
    const auto place = place_of(counts, value);
    if (place == counts.end() || place->value != value) counts.insert(place, {value, 0});
  }
}

template <typename Value>
std::size_t count_of(const Counts<Value>& counts, const Value& value) {
  const auto place = place_of(counts, value);
  return place != counts.end() && place->value == value ? place->articles : 0;
}

// The first `most` values, and of the others those that are selected. `all` are the counts of all
// there is, if they are asked for.
template <typename Value>
Facet facet_of(const Showing<Value>& showing, Counts<Value> counts, const Counts<Value>* all,
               const Request& request) {
  add_chosen(showing, counts);
  keep_with_prefix(showing, request.facet_prefix, counts);
  const auto before = [&showing](const Count<Value>& left, const Count<Value>& right) {
    return comes_before(showing.newest_first, left, right);
  };
  const auto rest =
      counts.begin() + static_cast<std::ptrdiff_t>(std::min(request.facet_limit, counts.size()));
  std::partial_sort(counts.begin(), rest, counts.end(), before);
  const auto not_selected = [&showing](const Count<Value>& count) {
    return !showing.selected || !showing.selected(count.value);
  };
  const auto end = std::remove_if(rest, counts.end(), not_selected);
  std::sort(rest, end, before);
  Facet facet{showing.name, {}};
  std::for_each(counts.begin(), end, [&](const Count<Value>& count) {
    facet.values.push_back(shown(count, showing));
    if (all != nullptr) facet.values.back().of_all = count_of(*all, count.value);
  });
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
  for (const auto* wanted : {&filters.countries, &filters.all_countries}) {
    for (const CountryCode country : *wanted) showing.chosen.push_back(country.packed());
  }
  if (filters.countries.empty() && filters.all_countries.empty()) return showing;
  showing.selected = [&filters, code](const auto& country) {
    const auto is_it = [&](CountryCode wanted) { return wanted == code(country); };
    return std::any_of(filters.countries.begin(), filters.countries.end(), is_it) ||
           std::any_of(filters.all_countries.begin(), filters.all_countries.end(), is_it);
  };
  return showing;
}

struct TimeKind {
  const char* name;
  Date (*date_of)(int value);
  int (*value_of)(const Date& date);
};

constexpr TimeKind kYears{"year", [](int year) { return Date{year, 0, 0}; }, year_value};
constexpr TimeKind kMonths{"month",
                           [](int month) {
                             return Date{month / 16, month % 16, 0};
                           },
                           month_value};
constexpr TimeKind kDays{"day",
                         [](int day) {
                           return Date{day / 512, day / 32 % 16, day % 32};
                         },
                         day_value};

Showing<int> showing_times(const TimeKind& kind, const Filters& filters) {
  const auto iso = [date_of = kind.date_of](int value) { return to_iso(date_of(value)); };
  Showing<int> showing{kind.name, true, iso, iso, nullptr};
  if (!filters.from && !filters.to && filters.undated != Undated::kOnly) return showing;
  showing.selected = [&filters, date_of = kind.date_of](int value) {
    if (value == 0) return filters.undated == Undated::kOnly;
    if (!filters.from && !filters.to) return false;
    const DayInterval wanted = days_of(filters);
    const auto days = interval_of(date_of(value));
    return days && wanted.first <= days->first && days->last <= wanted.last;
  };
  // A range that is one year, month or day is a choice of it.
  const int value = filters.from ? kind.value_of(*filters.from) : 0;
  if (value != 0 && filters.to && interval_of(kind.date_of(value)) == days_of(filters)) {
    showing.chosen.push_back(value);
  }
  return showing;
}

// A name that no article has is shown as it was typed.
Showing<std::string_view> showing_names(const char* name, const std::vector<std::string>& wanted,
                                        const Counts<std::string_view>& counts) {
  const auto same = [](std::string_view value) { return std::string(value); };
  Showing<std::string_view> showing{name, false, same, same, nullptr};
  if (wanted.empty()) return showing;
  showing.selected = [filter = NameFilter(wanted)](std::string_view value) {
    return filter.passes(value.empty() ? kUnknown : value);
  };
  const NameFilter filter(wanted);
  const auto unknown = filter.match(kUnknown);
  std::vector<bool> is_there(wanted.size());
  for (const Count<std::string_view>& count : counts) {
    if (const auto at = filter.match(count.value)) is_there[*at] = true;
  }
  for (std::size_t at = 0; at < wanted.size(); ++at) {
    const bool is_first = filter.match(wanted[at]) == at;  // of those that differ in case only
    if (is_first && !is_there[at] && unknown != at) showing.chosen.emplace_back(wanted[at]);
  }
  return showing;
}

// "AZ 2023-03"
Showing<std::uint64_t> showing_country_times(const char* name, const TimeKind& kind) {
  const auto iso = [date_of = kind.date_of](std::uint64_t value) {
    return ' ' + to_iso(date_of(time_of(value)));
  };
  return {name, false,
          [iso](const auto& value) {
            return CountryCode::from_packed(country_of(value)).str() + iso(value);
          },
          [iso](const auto& value) { return label_of(country_of(value)) + iso(value); }, nullptr};
}

}  // namespace

std::vector<Facet> count_facets(const Snapshot& snapshot, const Matches& matches,
                                std::span<const FilterSets> filters, const Folding& folding,
                                const Request& request) {
  FacetValues values = count_values(snapshot, matches, filters, folding, request);
  std::optional<FacetValues> all;
  if (request.facet_all) all = count_all_values(snapshot, folding, request);
  const Filters& chosen = request.filters;
  std::vector<Facet> facets;
  const auto add = [&](const auto& showing, auto FacetValues::*list) {
    facets.push_back(
        facet_of(showing, std::move(values.*list), all ? &((*all).*list) : nullptr, request));
  };
  const bool usual = request.facet_kinds.empty();
  for (const FacetKind kind : usual ? std::span<const FacetKind>(kUsualFacets)
                                    : std::span<const FacetKind>(request.facet_kinds)) {
    switch (kind) {
      case FacetKind::kCountry:
        add(showing_countries(chosen), &FacetValues::countries);
        break;
      case FacetKind::kYear:
        add(showing_times(kYears, chosen), &FacetValues::years);
        break;
      case FacetKind::kMonth:
        add(showing_times(kMonths, chosen), &FacetValues::months);
        break;
      case FacetKind::kDay:
        add(showing_times(kDays, chosen), &FacetValues::days);
        break;
      case FacetKind::kSource:
        add(showing_names("source", chosen.sources, values.sources), &FacetValues::sources);
        break;
      case FacetKind::kLanguage:
        add(showing_names("language", chosen.languages, values.languages), &FacetValues::languages);
        break;
      case FacetKind::kCountryYear:
        add(showing_country_times("country_year", kYears), &FacetValues::country_years);
        break;
      case FacetKind::kCountryMonth:
        add(showing_country_times("country_month", kMonths), &FacetValues::country_months);
        break;
    }
  }
  return facets;
}

}  // namespace dateline
