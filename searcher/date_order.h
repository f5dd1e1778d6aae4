// The first articles by date, without looking at most of the others.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "common/index/snapshot.h"
#include "searcher/article_set.h"
#include "searcher/best_candidates.h"
#include "searcher/request.h"

namespace dateline {

// True if `left` comes first when the oldest are wanted. Articles whose year is unknown are last
// then, too; among articles of one day the smaller id is first in either order.
bool older_first(const Candidate& left, const Candidate& right);

// The first `most` of the articles, or of those that come after `after`, sorted by newer_first() or
// older_first(); their scores are 0. `among` are live articles, by segment. REQUIRES: sort is not
// kRelevance.
std::vector<Candidate> first_by_date(const Snapshot& snapshot, std::span<const ArticleSet> among,
                                     std::size_t most, Sort sort,
                                     const std::optional<Candidate>& after = {});

}  // namespace dateline
