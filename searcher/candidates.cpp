#include "searcher/candidates.h"

#include <algorithm>
#include <limits>

namespace dateline {
namespace {

bool ranks_before(const Candidate& left, const Candidate& right) {
  if (left.score != right.score) return left.score > right.score;
  return newer_first(left, right);
}

}  // namespace

bool newer_first(const Candidate& left, const Candidate& right) {
  if (left.day != right.day) return left.day > right.day;
  return left.id < right.id;
}

Candidates choose_candidates(const Snapshot& snapshot, const Matches& matches,
                             std::span<const FilterSets> filters, std::size_t most) {
  Candidates candidates;
  std::vector<Candidate>& best = candidates.best;  // a heap whose front is the worst kept
  for (std::size_t at = 0; at < snapshot.segments.size(); ++at) {
    const Columns& columns = snapshot.segments[at].columns;
    const FilterSets& sets = filters[at];
    const ArticleSet passing = matches.segments[at].articles & sets.country & sets.date &
                               sets.source & sets.language & sets.rest;
    candidates.total += passing.count();
    passing.for_each([&](std::uint32_t docid) {
      const auto days = columns.days(docid);
      const Candidate candidate{at, docid, matches.segments[at].scores[docid],
                                days ? days->last : std::numeric_limits<std::int32_t>::min(),
                                columns.id(docid)};
      if (best.size() == most) {
        if (most == 0 || !ranks_before(candidate, best.front())) return;
        std::pop_heap(best.begin(), best.end(), ranks_before);
        best.pop_back();
      }
      best.push_back(candidate);
      std::push_heap(best.begin(), best.end(), ranks_before);
    });
  }
  std::sort_heap(best.begin(), best.end(), ranks_before);
  return candidates;
}

}  // namespace dateline
