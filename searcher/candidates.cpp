#include "searcher/candidates.h"

#include "searcher/exhaustive_scores.h"
#include "searcher/top_k.h"

namespace dateline {
namespace {

ScoringQuery scoring_query(const QueryTerms& terms, const Matches& matches,
                           const SegmentMatches& segment) {
  ScoringQuery query;
  query.statistics = matches.statistics;
  for (const std::size_t word : terms.scored) {
    query.words.push_back({matches.inverse_frequency[word], segment.words[word].lists});
  }
  return query;
}

}  // namespace

Candidates choose_candidates(const Snapshot& snapshot, const QueryTerms& terms,
                             const Matches& matches, std::span<const FilterSets> filters,
                             std::size_t most) {
  Candidates candidates;
  std::vector<const Columns*> columns;
  for (const Segment& segment : snapshot.segments) columns.push_back(&segment.columns);
  BestCandidates best(std::move(columns), most);
  for (std::size_t at = 0; at < snapshot.segments.size(); ++at) {
    const Segment& segment = snapshot.segments[at];
    const FilterSets& sets = filters[at];
    const ArticleSet passing = matches.segments[at].articles & sets.country & sets.date &
                               sets.source & sets.language & sets.rest;
    candidates.total += passing.count();
    const ScoringQuery query = scoring_query(terms, matches, matches.segments[at]);
    if (has_impacts(segment) && !terms.scored.empty()) {
      top_k(segment.columns, query, segment.impacts->statistics(), passing, at, best);
      continue;
    }
    const std::vector<float> scores = exhaustive_scores(segment.columns, query);
    passing.for_each([&](std::uint32_t docid) { best.offer(at, docid, scores[docid]); });
  }
  candidates.best = best.take();
  return candidates;
}

}  // namespace dateline
