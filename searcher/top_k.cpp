// Of a hundred thousand articles with a common word, ten are wanted. Which can be left alone?
//
// Docids lie in ranges of 64. The index knows for each word and range an upper bound of the word's
// part in a score there (common/index/impacts.h). Adding them over the query's words bounds what
// any article of the range can score. So: add up the bounds of all ranges, visit the ranges in
// falling order of bound, score their articles exactly, and stop when the next bound is below the
// worst of the best found so far, the threshold. (Mallia, Suel, Tonellotto: "Faster Learned Sparse
// Retrieval with Block-Max Pruning", SIGIR 2024, https://arxiv.org/abs/2405.01117.)
//
//   range       0    1    2    3    4          k = 2
//   bound     3.1  0.4  5.2  2.2  4.0          visit 2: 4.9, 1.0      best 4.9, 1.0
//                                              visit 4: 3.8, 3.5      best 4.9, 3.8
//                                              3.1 < 3.8: done, with three of five ranges untouched
//
// The first few ranges bring the threshold near its final height. From there on the order no longer
// matters: the others are visited as they lie, which is how lists are read fastest.
//
// Within a range (range_scorer.cpp) the words come by falling bound, and the sum of the bounds
// still to come tells when articles that had no word so far cannot reach the threshold any more:
// the common words are then read for the articles seen already, and as soon as none of those can
// reach it, for none. (MaxScore: Turtle, Flood: "Query evaluation: strategies and optimizations",
// Information Processing & Management 31, 1995.) The few that get through have their words' scores
// added up again in the order of the query.
//
// Why a bound holds. It was computed with the averages of the segment, and the query scores with
// those of the whole index. With r the larger of 1 and the ratios of the averages (index to
// segment, title and body), lengths are normalised to no less than 1/r of what the segment makes of
// them, so an article's weighted occurrences x are at most r times those of the bound; and
// s(x) = x / (x + k1) grows with x, so s(r x) = r s / (1 + (r - 1) s) is a bound. Where r is 1, as
// in an index of one segment, it is the stored one. Scores are sums of floats, and so are bounds: a
// factor a little above 1 makes up for the rounding of both.
//
// Ranges of equal bound may hold articles of equal score, of which the newer one wins; therefore
// only a bound *below* the threshold ends the visits.
#include "searcher/top_k.h"

#include <algorithm>

#include "searcher/query_cursors.h"
#include "searcher/range_bounds.h"
#include "searcher/range_scorer.h"

namespace dateline {
namespace {

// So many ranges are visited in the order of their bounds, until the threshold is near its height.
constexpr std::size_t kHighestFirst = 24;
// And no more than these, if there are not enough matches to set one.
constexpr std::size_t kMostHighestFirst = 64;

// Where the words have so few postings that the segment's other ranges are not worth a look.
constexpr std::size_t kFewRanges = 192;

std::vector<ListCursor> cursors_without(const TopKQuery& query, const FieldNorms& norms) {
  std::vector<ListCursor> cursors;
  for (const std::span<const ImpactList> lists : query.without) {
    for (const ImpactList& list : lists)
      cursors.emplace_back(list, 0.0F, query.columns, norms, BoundScale{});
  }
  return cursors;
}

// The ranges of the words that an article must have one of, if they are few; unsorted, some twice.
std::optional<std::vector<std::uint32_t>> few_ranges(const QueryCursors& query) {
  const auto add = [&](const QueryCursors::Word& word, std::vector<std::uint32_t>& ranges) {
    for (std::size_t at = word.first; at < word.end; ++at) {
      const ListCursor& cursor = query.all()[at];
      if (cursor.in_all_ranges() || ranges.size() + cursor.ranges().size() > kFewRanges)
        return false;
      ranges.insert(ranges.end(), cursor.ranges().begin(), cursor.ranges().end());
    }
    return true;
  };
  std::vector<std::uint32_t> ranges;
  for (const QueryCursors::Word& word : query.words()) {
    if (query.any_required()) {
      ranges.clear();
      if (word.role == WordRole::kRequired && add(word, ranges)) return ranges;
    } else if (word.role == WordRole::kSuffices && !add(word, ranges)) {
      return std::nullopt;
    }
  }
  if (query.any_required()) return std::nullopt;
  return ranges;
}

}  // namespace

void top_k(const TopKQuery& query, std::size_t segment, BestCandidates& best) {
  if (best.most() == 0) return;
  QueryCursors cursors(query.scoring, query.columns, query.bounds_of);
  std::vector<ListCursor> without = cursors_without(query, cursors.norms());
  RangeScorer scorer(cursors, without, query.among, query.accepts, segment, best);
  if (auto ranges = few_ranges(cursors)) {
    std::sort(ranges->begin(), ranges->end());
    ranges->erase(std::unique(ranges->begin(), ranges->end()), ranges->end());
    for (const std::uint32_t range : *ranges) scorer.visit(range);
    return;
  }
  RangeBounds bounds(cursors, query.among, query.columns.last_docid() / kRangeArticles + 1);
  for (std::size_t visited = 0; visited < kMostHighestFirst; ++visited) {
    if (visited >= kHighestFirst && best.is_full()) break;
    const auto range = bounds.take_highest(best.threshold());
    if (!range) return;
    scorer.visit(*range);
  }
  for (auto range = bounds.next(0, best.threshold()); range;
       range = bounds.next(*range + 1, best.threshold())) {
    scorer.visit(*range);
  }
}

}  // namespace dateline
