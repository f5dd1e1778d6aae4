// Exact counts of articles by country, time, source and language. A facet counts the articles that
// pass all filters but its own, so that choosing a value does not hide its neighbours; facets of
// country and time together count those that pass all.
#pragma once

#include <span>
#include <vector>

#include "common/index/snapshot.h"
#include "searcher/answer.h"
#include "searcher/article_filter.h"
#include "searcher/folding.h"
#include "searcher/matcher.h"

namespace dateline {

// `matches` and `filters` are by segment. Counts are of articles, or of groups where the request
// has facet_groups: a group counts for each value that one of its articles has. Lists hold at most
// request.facet_limit values and, beyond them, the selected ones, even those that no article has;
// times come newest first, the others most frequent first, unknown last.
std::vector<Facet> count_facets(const Snapshot& snapshot, const Matches& matches,
                                std::span<const FilterSets> filters, const Folding& folding,
                                const Request& request);

}  // namespace dateline
