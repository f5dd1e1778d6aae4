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
// Three kinds of queries go other ways. Where all lists are short, every posting is scored
// (short_lists.cpp). Required words are intersected as bitmaps first. And a phrase is looked for in
// an article only when its score, which does not depend on the phrase, is high enough; if few
// articles have its words, all of them are scored first, so that it is looked for in as few as can
// be.
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
#include <bit>

#include "searcher/query_cursors.h"
#include "searcher/range_bounds.h"
#include "searcher/range_scorer.h"
#include "searcher/short_lists.h"

namespace dateline {
namespace {

// So many ranges are visited in the order of their bounds, until the threshold is near its height.
constexpr std::size_t kHighestFirst = 24;
// And no more than these, if there are not enough matches to set one.
constexpr std::size_t kMostHighestFirst = 64;

// Of so many articles with the words of a phrase all are scored before the first is looked into.
constexpr std::size_t kMostTogether = 4096;

// Where the words have so few postings that the segment's other ranges are not worth a look.
constexpr std::size_t kFewRanges = 192;

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

// Which articles match, as a bitmap; nothing if every one with a word does.
std::optional<std::vector<std::uint64_t>> matching(const TopKQuery& query, std::size_t ranges) {
  bool any_required = false;
  bool any_adds = false;
  for (const ScoredWord& word : query.scoring.words) {
    any_required = any_required || word.role == WordRole::kRequired;
    any_adds = any_adds || word.role == WordRole::kAdds;
  }
  if (!any_required && !any_adds && query.without.empty()) return std::nullopt;
  const bool sufficing_count = !any_required && any_adds;
  std::vector<std::uint64_t> matching(ranges, sufficing_count ? 0 : ~std::uint64_t{0});
  std::vector<std::uint64_t> with_word(ranges);
  const auto read = [&with_word](std::span<const ImpactList> lists) {
    std::fill(with_word.begin(), with_word.end(), 0);
    for (const ImpactList& list : lists) list.add_to(with_word);
  };
  for (const ScoredWord& word : query.scoring.words) {
    if (word.role == WordRole::kRequired) {
      read(word.lists);
      for (std::size_t range = 0; range < ranges; ++range) matching[range] &= with_word[range];
    } else if (sufficing_count && word.role == WordRole::kSuffices) {
      for (const ImpactList& list : word.lists) list.add_to(matching);
    }
  }
  for (const std::span<const ImpactList> lists : query.without) {
    read(lists);
    for (std::size_t range = 0; range < ranges; ++range) matching[range] &= ~with_word[range];
  }
  return matching;
}

// The ranges of a bitmap that hold any, unless it holds more than kMostTogether in all.
std::optional<std::vector<std::uint32_t>> ranges_of_few(std::span<const std::uint64_t> bitmap) {
  std::size_t articles = 0;
  std::vector<std::uint32_t> ranges;
  for (std::uint32_t range = 0; range < bitmap.size(); ++range) {
    if (bitmap[range] == 0) continue;
    ranges.push_back(range);
    articles += static_cast<std::size_t>(std::popcount(bitmap[range]));
    if (articles > kMostTogether) return std::nullopt;
  }
  return ranges;
}

void visit_by_bounds(RangeBounds& bounds, RangeScorer& scorer, const BestCandidates& best) {
  for (std::size_t visited = 0; visited < kMostHighestFirst; ++visited) {
    if (visited >= kHighestFirst && best.is_full()) break;
    const auto range = bounds.take_highest(best.threshold());
    if (!range) return;
    scorer.visit(*range);
  }
  auto range = bounds.next(0, best.threshold());
  while (range) {
    const auto after = bounds.next(*range + 1, best.threshold());
    if (after) scorer.expect(*after);
    scorer.visit(*range);
    range = after;
  }
}

}  // namespace

void top_k(const TopKQuery& query, std::size_t segment, BestCandidates& best) {
  if (best.most() == 0) return;
  if (has_short_lists_only(query)) return rank_short_lists(query, segment, best);
  QueryCursors cursors(query.scoring, query.columns, query.bounds_of);
  if (auto ranges = query.without.empty() ? few_ranges(cursors) : std::nullopt) {
    std::sort(ranges->begin(), ranges->end());
    ranges->erase(std::unique(ranges->begin(), ranges->end()), ranges->end());
    RangeScorer scorer(cursors, nullptr, query.among, false, query, segment, best);
    for (const std::uint32_t range : *ranges) scorer.visit(range);
    return;
  }
  const std::size_t ranges = query.columns.last_docid() / kRangeArticles + 1;
  auto found = matching(query, ranges);
  LiveFilter among = query.among;
  if (found) {
    for (std::uint32_t range = 0; range < ranges; ++range) (*found)[range] &= query.among[range];
    among = {*found, {}, query.columns.last_docid()};
    if (const auto few = query.accepts ? ranges_of_few(*found) : std::nullopt) {
      RangeScorer(cursors, nullptr, among, true, query, segment, best).visit_together(*few);
      return;
    }
  }
  RangeBounds bounds(cursors, among, ranges);
  RangeScorer scorer(cursors, &bounds, among, true, query, segment, best);
  visit_by_bounds(bounds, scorer, best);
}

}  // namespace dateline
