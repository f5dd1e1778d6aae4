// The filters of a request as sets of articles, read from the columns.
#pragma once

#include <optional>
#include <string_view>

#include "common/index/segment.h"
#include "searcher/article_set.h"
#include "searcher/request.h"

namespace dateline {

// Apart, because a facet's own filter does not shrink the facet's list; nothing where a filter is
// not set. Each set may hold deleted articles, and docids that no article has: they are for being
// intersected with matches.
struct FilterSets {
  std::optional<ArticleSet> country;  // about any of `countries`
  std::optional<ArticleSet> date;     // `from`, `to` and `undated`
  std::optional<ArticleSet> source;
  std::optional<ArticleSet> language;
  std::optional<ArticleSet> rest;  // `all_countries`, `not_countries`, `as_of`

  // Leaves in `articles` those that pass all filters.
  void keep_passing(ArticleSet& articles) const;
  // Those that pass all filters; nothing if none is set.
  std::optional<ArticleSet> passing() const;
  using Part = std::optional<ArticleSet> FilterSets::*;
  // Whether one article of the segment passes all filters, or all but one of them.
  bool pass(std::uint32_t docid, Part but = nullptr) const;
};

FilterSets filter_sets(const Segment& segment, const Filters& filters);

// The days from `from` to `to` as numbers; open ends are the ends of all numbers.
DayInterval days_of(const Filters& filters);

// True if one of `wanted` names this source or language; case does not matter.
class NameFilter {
 public:
  explicit NameFilter(const std::vector<std::string>& wanted);
  bool passes(std::string_view name) const { return match(name).has_value(); }
  // Which of `wanted` it is, the first if several are the same but for case.
  std::optional<std::size_t> match(std::string_view name) const;

 private:
  std::vector<std::string> folded_;
};

}  // namespace dateline
