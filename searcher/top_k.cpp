// Of a hundred thousand articles with a common word, ten are wanted. Which can be left alone?
//
// Docids lie in ranges of 64. The index knows for each word and range an upper bound of the word's
// part in a score there (common/index/impacts.h). Adding them over the query's words bounds what
// any article of the range can score. So: add up the bounds of all ranges, visit the ranges in
// falling order of bound, score their articles exactly, and stop when the next bound is below the
// worst of the best found so far. (Mallia, Suel, Tonellotto: "Faster Learned Sparse Retrieval with
// Block-Max Pruning", SIGIR 2024, https://arxiv.org/abs/2405.01117.)
//
//   range       0    1    2    3    4          k = 2
//   bound     3.1  0.4  5.2  2.2  4.0          visit 2: 4.9, 1.0      best 4.9, 1.0
//                                              visit 4: 3.8, 3.5      best 4.9, 3.8
//                                              3.1 < 3.8: done, with three of five ranges untouched
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
#include <array>
#include <bit>
#include <cstdint>
#include <limits>

namespace dateline {
namespace {

struct RangeBound {
  float bound = 0;
  std::uint32_t range = 0;
};

// By range, the most that any of its articles can score.
class RangeBounds {
 public:
  RangeBounds(const Columns& columns, const ScoringQuery& query, const FieldStatistics& bounds_of,
              std::size_t ranges)
      : columns_(columns),
        statistics_(query.statistics),
        longer_(std::max({1.0, query.statistics.average_title_words / bounds_of.average_title_words,
                          query.statistics.average_body_words / bounds_of.average_body_words})),
        rounding_(1 + 3e-7 * (static_cast<double>(query.words.size()) + 8)),
        bounds_(ranges) {
    for (const ScoredWord& word : query.words) {
      for (const ImpactList& list : word.lists) add(word, list);
    }
  }

  std::span<const float> bounds() const { return bounds_; }

 private:
  void add(const ScoredWord& word, const ImpactList& list) {
    add_few(word, list.few);
    const auto full =
        static_cast<float>(word.inverse_frequency * (kSaturation + 1) * longer_ * rounding_);
    const auto bend = static_cast<float>(longer_ - 1);
    const auto part = [=](std::uint8_t bound) {
      const auto s = static_cast<float>(bound);
      return full * s / (static_cast<float>(kFullImpact) + bend * s);
    };
    const std::size_t both = std::min(list.masks.size(), bounds_.size());
    for (std::size_t range = 0; range < both; ++range) bounds_[range] += part(list.bounds[range]);
    for (std::size_t cell = 0; cell < list.ranges.size(); ++cell) {
      if (list.ranges[cell] < bounds_.size()) bounds_[list.ranges[cell]] += part(list.bounds[cell]);
    }
  }

  // A short list has no bounds: its scores are computed.
  void add_few(const ScoredWord& word, std::span<const Posting> postings) {
    for (std::size_t at = 0; at < postings.size();) {
      const std::uint32_t range = postings[at].docid / kRangeArticles;
      float most = 0;
      for (; at < postings.size() && postings[at].docid / kRangeArticles == range; ++at) {
        most = std::max(most, score_of(word, postings[at], columns_, statistics_));
      }
      if (range < bounds_.size()) bounds_[range] += most * static_cast<float>(rounding_);
    }
  }

  const Columns& columns_;
  const FieldStatistics& statistics_;
  double longer_;    // r above
  double rounding_;  // a little above 1
  std::vector<float> bounds_;
};

class RangeScorer {
 public:
  RangeScorer(const Columns& columns, const ScoringQuery& query, std::size_t segment,
              BestCandidates& best)
      : columns_(columns), query_(query), segment_(segment), best_(best) {}

  // Offers those of the articles `wanted` (bits, from docid 64 * range on) that have a word.
  void visit(std::uint32_t range, std::uint64_t wanted) {
    first_ = range * kRangeArticles;
    scores_.fill(0);
    for (const ScoredWord& word : query_.words) {
      for (const ImpactList& list : word.lists) add(word, list, range, wanted);
    }
    for (std::uint64_t rest = wanted; rest != 0; rest &= rest - 1) {
      const auto position = static_cast<std::uint32_t>(std::countr_zero(rest));
      const float score = scores_[position];
      if (score > 0 && score >= best_.threshold()) best_.offer(segment_, first_ + position, score);
    }
  }

 private:
  void add(const ScoredWord& word, const ImpactList& list, std::uint32_t range,
           std::uint64_t wanted) {
    if (!list.few.empty()) {
      add_few(word, list.few, wanted);
      return;
    }
    const ImpactCell cell = list.cell(range);
    for (std::uint64_t rest = cell.mask & wanted; rest != 0; rest &= rest - 1) {
      const auto position = static_cast<std::uint32_t>(std::countr_zero(rest));
      const std::uint64_t before = cell.mask & ((std::uint64_t{1} << position) - 1);
      const std::uint8_t code = cell.codes[std::popcount(before)];
      scores_[position] +=
          score_of(word, list.posting(first_ + position, code), columns_, query_.statistics);
    }
  }

  void add_few(const ScoredWord& word, std::span<const Posting> postings, std::uint64_t wanted) {
    auto at = std::lower_bound(
        postings.begin(), postings.end(), first_,
        [](const Posting& posting, std::uint32_t docid) { return posting.docid < docid; });
    for (; at != postings.end() && at->docid - first_ < kRangeArticles; ++at) {
      if ((wanted >> (at->docid - first_) & 1) == 0) continue;
      scores_[at->docid - first_] += score_of(word, *at, columns_, query_.statistics);
    }
  }

  const Columns& columns_;
  const ScoringQuery& query_;
  std::size_t segment_;
  BestCandidates& best_;
  std::uint32_t first_ = 0;  // docid that position 0 is
  std::array<float, kRangeArticles> scores_{};
};

bool higher(const RangeBound& left, const RangeBound& right) {
  if (left.bound != right.bound) return left.bound > right.bound;
  return left.range < right.range;
}

}  // namespace

void top_k(const Columns& columns, const ScoringQuery& query, const FieldStatistics& bounds_of,
           const ArticleSet& among, std::size_t segment, BestCandidates& best) {
  const std::span<const std::uint64_t> wanted = among.words();
  const RangeBounds all(columns, query, bounds_of, wanted.size());
  std::vector<RangeBound> ranges;
  for (std::uint32_t range = 0; range < wanted.size(); ++range) {
    const float bound = all.bounds()[range];
    if (bound > 0 && wanted[range] != 0 && bound >= best.threshold()) {
      ranges.push_back({bound, range});
    }
  }
  RangeScorer scorer(columns, query, segment, best);
  // Sorting all ranges would cost more than visiting those that matter. The first ones fill the
  // heap; then few of the others are left.
  auto sorted = ranges.begin();
  while (sorted != ranges.end()) {
    const auto more =
        std::min<std::ptrdiff_t>(ranges.end() - sorted, static_cast<std::ptrdiff_t>(best.most()) +
                                                            (sorted - ranges.begin()));
    const auto end = sorted + std::max<std::ptrdiff_t>(more, 1);
    std::nth_element(sorted, end - 1, ranges.end(), higher);
    std::sort(sorted, end, higher);
    for (; sorted != end; ++sorted) {
      if (sorted->bound < best.threshold()) return;
      scorer.visit(sorted->range, wanted[sorted->range]);
    }
    ranges.erase(
        std::remove_if(sorted, ranges.end(),
                       [&best](const RangeBound& range) { return range.bound < best.threshold(); }),
        ranges.end());
  }
}

}  // namespace dateline
