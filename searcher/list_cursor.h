// One posting list as ranking reads it: a range at a time, in any order but fastest forwards.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "searcher/scored_words.h"

namespace dateline {

// The norms of the bodies of a range's articles, by position.
using RangeNorms = std::array<float, kRangeArticles>;
// A score for each position.
using RangeScores = std::array<float, kRangeArticles>;

// What turns stored bounds into bounds of scores (see top_k.cpp).
struct BoundScale {
  float longer = 1;    // r
  float rounding = 1;  // a little above 1
};

class ListCursor {
 public:
  // `list` outlives the object.
  ListCursor(const ImpactList& list, float weight, const Columns& columns, const FieldNorms& norms,
             const BoundScale& scale);

  // Ranges that may have postings, ascending; all of them if nothing is said.
  std::span<const std::uint32_t> ranges() const { return ranges_; }
  bool in_all_ranges() const { return !list_->masks.empty(); }
  float highest_bound() const { return highest_bound_; }

  // Writes the bound of each range, in so large units and rounded up, to its place; ranges without
  // postings and those beyond `bounds` are left out.
  void write_bounds(float unit, std::span<std::uint16_t> bounds) const;

  // True if there are postings in the range; the functions below are then about it.
  bool seek(std::uint32_t range);
  float bound() const;
  std::uint64_t mask();  // bit p is docid 64 range + p; 0 where the file is damaged

  bool needs_norms() const { return few_.empty(); }  // score() does

  // Puts the scores of the articles `wanted` into their places and adds them to `sums`.
  // REQUIRES: `wanted` are among mask(), which was called before.
  void score(std::uint64_t wanted, const RangeNorms& body_norms, RangeScores& scores,
             RangeScores& sums) const;

 private:
  // What a short list has in one range. Its scores are computed at once, and their highest is the
  // bound.
  struct FewCell {
    std::uint64_t mask = 0;
    std::uint32_t first = 0;  // in few_scores_
    float bound = 0;
  };

  void score_few(const Columns& columns, const FieldNorms& norms, float rounding);
  float bound_of(std::uint8_t stored) const {
    const auto s = static_cast<float>(stored);
    return full_ * s / (static_cast<float>(kFullImpact) + bend_ * s);
  }
  float score_coded(std::uint32_t docid, std::uint8_t code, float body_norm) const;

  const ImpactList* list_;
  const Columns* columns_;
  const FieldNorms* norms_;
  float weight_;
  float full_;
  float bend_;
  float highest_bound_ = 0;
  std::span<const std::uint32_t> ranges_;
  std::vector<std::uint32_t> few_ranges_;
  std::vector<FewCell> few_;
  std::vector<float> few_scores_;
  std::uint32_t range_ = 0;
  std::size_t at_ = 0;  // in ranges_
  ImpactCell cell_;
};

}  // namespace dateline
