#include "searcher/article_filter.h"

#include <algorithm>
#include <limits>

#include "common/ascii_letters.h"
#include "common/text/fold.h"
#include "searcher/column_scan.h"
#include "searcher/published.h"

namespace dateline {
namespace {

// Adds the articles about the country.
void add_about(const Segment& segment, CountryCode country, ArticleSet& found) {
  const CountryArticles about = segment.columns.about(country.packed());
  const auto words = found.words();
  const std::size_t both = std::min(words.size(), about.bitmap.size());
  for (std::size_t at = 0; at < both; ++at) words[at] |= about.bitmap[at];
  for (const std::uint32_t docid : about.docids) {
    if (docid <= segment.entry.last_docid) found.add(docid);
  }
}

std::optional<ArticleSet> in_countries(const Segment& segment, const Filters& filters) {
  if (filters.countries.empty()) return std::nullopt;
  ArticleSet found(segment.entry.last_docid);
  for (const CountryCode country : filters.countries) add_about(segment, country, found);
  return found;
}

std::optional<ArticleSet> in_the_rest(const Segment& segment, const Filters& filters) {
  if (filters.all_countries.empty() && filters.not_countries.empty() && !filters.as_of) {
    return std::nullopt;
  }
  ArticleSet found(segment.entry.last_docid);
  std::fill(found.words().begin(), found.words().end(), ~std::uint64_t{0});
  if (filters.as_of) found = published_by(segment, *filters.as_of);
  for (const CountryCode country : filters.all_countries) {
    ArticleSet about(segment.entry.last_docid);
    add_about(segment, country, about);
    found &= about;
  }
  ArticleSet unwanted(segment.entry.last_docid);
  for (const CountryCode country : filters.not_countries) add_about(segment, country, unwanted);
  found.subtract(unwanted);
  return found;
}

// By number of the date: 1 if it passes. Nothing if no date is asked for.
std::optional<std::vector<std::uint8_t>> passing_dates(const Columns& columns,
                                                       const Filters& filters) {
  const DayInterval wanted = days_of(filters);
  const bool limited = filters.from || filters.to;
  const bool undated_pass = filters.undated == Undated::kInclude ||
                            filters.undated == Undated::kOnly ||
                            (filters.undated == Undated::kDefault && !limited);
  if (!limited && undated_pass && filters.undated != Undated::kOnly) return std::nullopt;
  const unsigned dated_pass = filters.undated != Undated::kOnly ? 1 : 0;
  const auto first = columns.first_days();
  const auto last = columns.last_days();
  std::vector<std::uint8_t> passes(columns.dates());
  for (std::size_t at = 0; at < passes.size(); ++at) {
    const bool dated = first[at] <= last[at];
    const unsigned in_range =
        unsigned{first[at] <= wanted.last} & unsigned{wanted.first <= last[at]};
    passes[at] = static_cast<std::uint8_t>(dated ? dated_pass & in_range : unsigned{undated_pass});
  }
  return passes;
}

// A stretch of Columns::newest_first().
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The stretches that hold all articles with a passing date. Dates of the same last day share one,
// because their articles lie mixed.
std::vector<Stretch> stretches_of(const Columns& columns, std::span<const std::uint8_t> passes) {
  std::vector<Stretch> stretches;
  const auto articles = columns.date_articles();
  const auto first = columns.first_days();
  const auto last = columns.last_days();
  std::size_t begin = 0;
  std::size_t end = 0;
  bool pass = false;
  for (std::size_t at = 0; at < passes.size(); ++at) {
    end += articles[at];
    pass = pass || passes[at] != 0;
    const bool ends = at + 1 == passes.size() || last[at] != last[at + 1] ||
                      (first[at] <= last[at]) != (first[at + 1] <= last[at + 1]);
    if (!ends) continue;
    if (pass) stretches.push_back({begin, end});
    begin = end;
    pass = false;
  }
  return stretches;
}

// One docid read at random costs about as much as so many scanned.
constexpr std::size_t kScannedAtOnce = 16;

std::optional<ArticleSet> in_days(const Segment& segment, const Filters& filters) {
  const Columns& columns = segment.columns;
  const auto wanted = passing_dates(columns, filters);
  if (!wanted) return std::nullopt;
  const std::vector<std::uint8_t>& passes = *wanted;
  const std::vector<Stretch> stretches = stretches_of(columns, passes);
  std::size_t articles = 0;
  for (const Stretch& stretch : stretches) articles += stretch.end - stretch.begin;
  if (articles * kScannedAtOnce > columns.last_docid()) {
    return articles_where(columns.date_numbers(), passes, segment.entry.last_docid);
  }
  ArticleSet found(segment.entry.last_docid);
  const auto order = columns.newest_first();
  for (const Stretch& stretch : stretches) {
    for (std::size_t at = stretch.begin; at < std::min(stretch.end, order.size()); ++at) {
      const std::uint32_t number = columns.date_numbers()[order[at]];
      const bool pass = number < passes.size() && passes[number] != 0;
      if (pass && order[at] <= segment.entry.last_docid) found.add(order[at]);
    }
  }
  return found;
}

// Articles whose numbered name (their source, their language) is one of `wanted`.
std::optional<ArticleSet> named(const Segment& segment, const NumberColumn& numbers,
                                const std::vector<std::string>& names,
                                const std::vector<std::string>& wanted) {
  if (wanted.empty()) return std::nullopt;
  const NameFilter filter(wanted);
  std::vector<std::uint8_t> passes;
  for (const std::string& name : names) passes.push_back(filter.passes(name) ? 1 : 0);
  return articles_where(numbers, passes, segment.entry.last_docid);
}

}  // namespace

void FilterSets::keep_passing(ArticleSet& articles) const {
  for (const std::optional<ArticleSet>* set : {&country, &date, &source, &language, &rest}) {
    if (*set) articles &= **set;
  }
}

bool FilterSets::pass(std::uint32_t docid, Part but) const {
  for (const Part part : {&FilterSets::country, &FilterSets::date, &FilterSets::source,
                          &FilterSets::language, &FilterSets::rest}) {
    const std::optional<ArticleSet>& set = this->*part;
    if (part != but && set && !set->contains(docid)) return false;
  }
  return true;
}

std::optional<ArticleSet> FilterSets::passing() const {
  std::optional<ArticleSet> passing;
  for (const std::optional<ArticleSet>* set : {&country, &date, &source, &language, &rest}) {
    if (*set && passing) {
      *passing &= **set;
    } else if (*set) {
      passing = *set;
    }
  }
  return passing;
}

DayInterval days_of(const Filters& filters) {
  DayInterval days{std::numeric_limits<std::int32_t>::min(),
                   std::numeric_limits<std::int32_t>::max()};
  if (filters.from) days.first = interval_of(*filters.from)->first;
  if (filters.to) days.last = interval_of(*filters.to)->last;
  return days;
}

FilterSets filter_sets(const Segment& segment, const Filters& filters) {
  const Columns& columns = segment.columns;
  return {in_countries(segment, filters), in_days(segment, filters),
          named(segment, columns.source_numbers(), columns.sources(), filters.sources),
          named(segment, columns.language_numbers(), columns.languages(), filters.languages),
          in_the_rest(segment, filters)};
}

NameFilter::NameFilter(const std::vector<std::string>& wanted) {
  for (const std::string& name : wanted) folded_.push_back(fold_case(name));
}

// Folds without ICU where that is the same, because an index may have a hundred thousand sources.
std::optional<std::size_t> NameFilter::match(std::string_view name) const {
  auto found = folded_.begin();
  if (is_ascii(name)) {
    found = std::find_if(folded_.begin(), folded_.end(), [name](const std::string& folded) {
      return std::equal(name.begin(), name.end(), folded.begin(), folded.end(),
                        [](char c, char other) { return ascii_small(c) == other; });
    });
  } else {
    found = std::find(folded_.begin(), folded_.end(), fold_case(name));
  }
  if (found == folded_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - folded_.begin());
}

}  // namespace dateline
