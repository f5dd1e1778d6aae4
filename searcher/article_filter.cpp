#include "searcher/article_filter.h"

#include <algorithm>
#include <limits>

#include "common/text/fold.h"

namespace dateline {
namespace {

// What a filter that is not set lets pass: all, and bits that no article has.
ArticleSet everything(const Segment& segment) {
  ArticleSet all(segment.entry.last_docid);
  for (std::uint64_t& word : all.words()) word = ~std::uint64_t{0};
  return all;
}

template <typename Passes>
ArticleSet where(const Segment& segment, Passes passes) {
  ArticleSet found(segment.entry.last_docid);
  for (std::uint32_t docid = 1; docid <= segment.entry.last_docid; ++docid) {
    if (passes(docid)) found.add(docid);
  }
  return found;
}

bool is_about(const Columns& columns, std::uint32_t docid, CountryCode country) {
  const auto about = columns.countries(docid);
  return std::find(about.begin(), about.end(), country.packed()) != about.end();
}

ArticleSet in_countries(const Segment& segment, const std::vector<CountryCode>& countries) {
  if (countries.empty()) return everything(segment);
  return where(segment, [&](std::uint32_t docid) {
    return std::any_of(countries.begin(), countries.end(), [&](CountryCode country) {
      return is_about(segment.columns, docid, country);
    });
  });
}

ArticleSet in_days(const Segment& segment, const Filters& filters) {
  const DayInterval wanted = days_of(filters);
  const bool limited = filters.from || filters.to;
  const bool undated_pass = filters.undated == Undated::kInclude ||
                            filters.undated == Undated::kOnly ||
                            (filters.undated == Undated::kDefault && !limited);
  if (!limited && undated_pass && filters.undated != Undated::kOnly) return everything(segment);
  return where(segment, [&](std::uint32_t docid) {
    const auto days = segment.columns.days(docid);
    if (!days) return undated_pass;
    return filters.undated != Undated::kOnly && days->first <= wanted.last &&
           wanted.first <= days->last;
  });
}

// Articles whose numbered name (their source, their language) is one of `wanted`.
template <typename Number>
ArticleSet named(const Segment& segment, const std::vector<std::string>& names,
                 const std::vector<std::string>& wanted, Number number) {
  if (wanted.empty()) return everything(segment);
  std::vector<bool> passes(names.size());
  for (std::size_t at = 0; at < names.size(); ++at) {
    const std::string name = fold_case(names[at]);
    for (const std::string& one : wanted) passes[at] = passes[at] || fold_case(one) == name;
  }
  return where(segment, [&](std::uint32_t docid) {
    const std::uint32_t at = number(docid);
    return at < passes.size() && passes[at];
  });
}

ArticleSet in_the_rest(const Segment& segment, const Filters& filters) {
  const Columns& columns = segment.columns;
  if (filters.all_countries.empty() && filters.not_countries.empty()) return everything(segment);
  return where(segment, [&](std::uint32_t docid) {
    const auto about = [&](CountryCode country) { return is_about(columns, docid, country); };
    return std::all_of(filters.all_countries.begin(), filters.all_countries.end(), about) &&
           std::none_of(filters.not_countries.begin(), filters.not_countries.end(), about);
  });
}

}  // namespace

DayInterval days_of(const Filters& filters) {
  DayInterval days{std::numeric_limits<std::int32_t>::min(),
                   std::numeric_limits<std::int32_t>::max()};
  if (filters.from) days.first = interval_of(*filters.from)->first;
  if (filters.to) days.last = interval_of(*filters.to)->last;
  return days;
}

FilterSets filter_sets(const Segment& segment, const Filters& filters) {
  const Columns& columns = segment.columns;
  return {in_countries(segment, filters.countries), in_days(segment, filters),
          named(segment, columns.sources(), filters.sources,
                [&](std::uint32_t docid) { return columns.source(docid); }),
          named(segment, columns.languages(), filters.languages,
                [&](std::uint32_t docid) { return columns.language(docid); }),
          in_the_rest(segment, filters)};
}

}  // namespace dateline
