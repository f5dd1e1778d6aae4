// Exact counts of articles by country, year, month, source and language. A facet counts the
// articles that pass all filters but its own, so that choosing a value does not hide its
// neighbours.
#pragma once

#include <span>
#include <vector>

#include "common/index/snapshot.h"
#include "searcher/answer.h"
#include "searcher/article_filter.h"
#include "searcher/matcher.h"

namespace dateline {

// `matches` and `filters` are by segment. Lists hold at most request.facet_limit values and, beyond
// them, the selected ones; years and months come newest first, the others most frequent first.
std::vector<Facet> count_facets(const Snapshot& snapshot, const Matches& matches,
                                std::span<const FilterSets> filters, const Request& request);

}  // namespace dateline
