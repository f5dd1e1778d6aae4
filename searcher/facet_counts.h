// How many matching articles of a segment have each value of its dictionaries.
#pragma once

#include <cstdint>
#include <vector>

#include "common/index/segment.h"
#include "searcher/article_filter.h"
#include "searcher/article_set.h"

namespace dateline {

// By the columns' numbers. Each list has one row more than its dictionary: for numbers beyond it,
// which only a damaged file has.
struct FacetCounts {
  std::vector<std::uint32_t> dates;
  std::vector<std::uint32_t> country_sets;
  std::vector<std::uint32_t> sources;
  std::vector<std::uint32_t> languages;
};

// Exact. `matching` are live articles. Each list counts those of them that pass all filters but its
// own: for dates `filters.date`, and so on.
FacetCounts count_facet_numbers(const Segment& segment, const ArticleSet& matching,
                                const FilterSets& filters);

}  // namespace dateline
