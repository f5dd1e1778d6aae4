// The filters of a request as sets of articles, read from the columns.
#pragma once

#include "common/index/segment.h"
#include "searcher/article_set.h"
#include "searcher/request.h"

namespace dateline {

// Apart, because a facet's own filter does not shrink the facet's list. Each set may hold deleted
// articles, and docids that no article has: they are for being intersected with matches.
struct FilterSets {
  ArticleSet country;  // about any of `countries`
  ArticleSet date;     // `from`, `to` and `undated`
  ArticleSet source;
  ArticleSet language;
  ArticleSet rest;  // `all_countries` and `not_countries`
};

FilterSets filter_sets(const Segment& segment, const Filters& filters);

// The days from `from` to `to` as numbers; open ends are the ends of all numbers.
DayInterval days_of(const Filters& filters);

}  // namespace dateline
