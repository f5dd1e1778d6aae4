#include "searcher/page/timeline.h"

#include <algorithm>
#include <map>

#include "common/date.h"
#include "searcher/date_words.h"
#include "searcher/page/html.h"

namespace dateline {
namespace {

constexpr std::size_t kMostMonths = 84;
constexpr std::size_t kMostYears = 150;

// Months since year 0, or years.
int place_of(const Date& date, bool by_month) {
  return by_month ? date.year * 12 + date.month - 1 : date.year;
}

std::string value_at(int place, bool by_month) {
  return to_iso(by_month ? Date{place / 12, place % 12 + 1, 0} : Date{place, 0, 0});
}

std::vector<TimelineBar> bars_of(const Facet& facet, bool by_month) {
  std::map<int, const FacetValue*> places;
  for (const FacetValue& value : facet.values) {
    if (const auto date = parse_iso_date(value.value)) places[place_of(*date, by_month)] = &value;
  }
  if (places.empty()) return {};
  int first = places.begin()->first;
  int last = places.rbegin()->first;
  if (by_month) {  // whole years
    first -= first % 12;
    last += 11 - last % 12;
  } else {
    first = std::max(first, last - int{kMostYears} + 1);
  }
  std::vector<TimelineBar> bars;
  for (int place = first; place <= last; ++place) {
    const auto found = places.find(place);
    const bool is_there = found != places.end();
    bars.push_back({value_at(place, by_month), is_there ? found->second->count : 0,
                    is_there && found->second->selected});
  }
  return bars;
}

const Facet* facet_named(const std::vector<Facet>& facets, std::string_view name) {
  const auto found = std::find_if(facets.begin(), facets.end(),
                                  [name](const Facet& facet) { return facet.name == name; });
  return found == facets.end() ? nullptr : &*found;
}

std::string bar_html(const TimelineBar& bar, std::size_t at, std::size_t highest) {
  if (bar.count == 0) return "";
  const std::size_t height = std::max<std::size_t>(bar.count * 100 / highest, 3);
  return "<rect x=\"" + std::to_string(at * 10 + 1) + "\" y=\"" + std::to_string(100 - height) +
         "\" width=\"8\" height=\"" + std::to_string(height) + "\"" +
         (bar.selected ? " class=\"on\"" : "") + "/>";
}

std::string label_of(const TimelineBar& bar) {
  return escaped(in_words(parse_iso_date(bar.value).value_or(Date{})));
}

}  // namespace

std::vector<TimelineBar> timeline_bars(const std::vector<Facet>& facets) {
  const Facet* months = facet_named(facets, "month");
  const Facet* years = facet_named(facets, "year");
  if (years == nullptr) return {};
  std::vector<TimelineBar> by_year = bars_of(*years, false);
  if (months == nullptr || by_year.size() * 12 > kMostMonths) return by_year;
  std::vector<TimelineBar> by_month = bars_of(*months, true);
  // Articles of which only the year is known have no month to stand in.
  return by_month.empty() ? by_year : by_month;
}

std::string timeline_html(const std::vector<TimelineBar>& bars) {
  if (bars.empty()) return "";
  std::size_t highest = 1;
  bool any_selected = false;
  for (const TimelineBar& bar : bars) {
    highest = std::max(highest, bar.count);
    any_selected = any_selected || bar.selected;
  }
  std::string values;
  std::string rects;
  for (std::size_t at = 0; at < bars.size(); ++at) {
    values += (at == 0 ? "" : " ") + bars[at].value + ":" + std::to_string(bars[at].count);
    rects += bar_html(bars[at], at, highest);
  }
  const std::string middle = bars.size() > 2 ? label_of(bars[bars.size() / 2]) : "";
  return "<div id=\"timeline\" class=\"timeline" + std::string(any_selected ? " chosen" : "") +
         "\" data-bars=\"" + values + "\"><svg viewBox=\"0 0 " + std::to_string(bars.size() * 10) +
         " 100\" preserveAspectRatio=\"none\" aria-hidden=\"true\">" + rects +
         "</svg></div>\n<div class=\"axis\" aria-hidden=\"true\"><span>" + label_of(bars.front()) +
         "</span><span>" + middle + "</span><span>" +
         (bars.size() > 1 ? label_of(bars.back()) : "") + "</span></div>\n";
}

}  // namespace dateline
