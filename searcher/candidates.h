// The articles worth looking into for passages: the best by their own score.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/index/snapshot.h"
#include "searcher/article_filter.h"
#include "searcher/matcher.h"

namespace dateline {

struct Candidate {
  std::size_t segment = 0;  // number in the snapshot
  std::uint32_t docid = 0;
  double score = 0;
  std::int32_t day = 0;  // last day the date may mean; the lowest number if the year is unknown
  std::string_view id;   // points into the snapshot's columns
};

// True if `left` comes first among articles of equal rank: the newer one, then the smaller id.
bool newer_first(const Candidate& left, const Candidate& right);

struct Candidates {
  std::vector<Candidate> best;  // descending score, then newer_first()
  std::size_t total = 0;        // articles that match and pass all filters
};

// `matches` and `filters` are by segment.
Candidates choose_candidates(const Snapshot& snapshot, const Matches& matches,
                             std::span<const FilterSets> filters, std::size_t most);

}  // namespace dateline
