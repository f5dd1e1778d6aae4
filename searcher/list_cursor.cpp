#include "searcher/list_cursor.h"

#include <algorithm>

#include "common/processor_versions.h"

namespace dateline {
namespace {

std::size_t rank_in(std::uint64_t mask, std::uint32_t position) {
  return static_cast<std::size_t>(std::popcount(mask & ((std::uint64_t{1} << position) - 1)));
}

// The first place from `at` on whose range is not less. Places close by are found fastest.
std::size_t lower_bound_from(std::span<const std::uint32_t> ranges, std::size_t at,
                             std::uint32_t range) {
  std::size_t step = 1;
  while (at + step < ranges.size() && ranges[at + step] < range) {
    at += step;
    step *= 2;
  }
  const auto first = ranges.begin() + static_cast<std::ptrdiff_t>(at);
  const auto end =
      ranges.begin() + static_cast<std::ptrdiff_t>(std::min(at + step + 1, ranges.size()));
  return static_cast<std::size_t>(std::lower_bound(first, end, range) - ranges.begin());
}

}  // namespace

ListCursor::ListCursor(const ImpactList& list, float weight, const Columns& columns,
                       const FieldNorms& norms, const BoundScale& scale)
    : list_(&list),
      columns_(&columns),
      norms_(&norms),
      weight_(weight),
      full_(weight * scale.longer * scale.rounding),
      bend_(scale.longer - 1),
      ranges_(list.ranges) {
  if (list.few.empty()) {
    highest_bound_ = bound_of(static_cast<std::uint8_t>(kFullImpact));
  } else {
    score_few(columns, norms, scale.rounding);
  }
}

void ListCursor::score_few(const Columns& columns, const FieldNorms& norms, float rounding) {
  few_ranges_.reserve(list_->few.size());
  few_.reserve(list_->few.size());
  few_scores_.reserve(list_->few.size());
  for (const Posting& posting : list_->few) {
    const std::uint32_t range = posting.docid / kRangeArticles;
    if (few_ranges_.empty() || few_ranges_.back() != range) {
      few_ranges_.push_back(range);
      few_.push_back({0, static_cast<std::uint32_t>(few_scores_.size()), 0});
    }
    FewCell& cell = few_.back();
    const float score =
        score_of(weight_, posting, norms.body(columns.body_words(posting.docid)), columns, norms);
    cell.mask |= std::uint64_t{1} << (posting.docid % kRangeArticles);
    cell.bound = std::max(cell.bound, score * rounding);
    few_scores_.push_back(score);
    highest_bound_ = std::max(highest_bound_, cell.bound);
  }
  ranges_ = few_ranges_;
}

DATELINE_PROCESSOR_VERSIONS
void ListCursor::write_bounds(float unit, std::span<std::uint16_t> bounds) const {
  std::uint16_t* const to = bounds.data();
  if (!few_.empty()) {
    for (std::size_t cell = 0; cell < few_.size(); ++cell) {
      if (ranges_[cell] >= bounds.size()) continue;
      to[ranges_[cell]] =
          static_cast<std::uint16_t>(static_cast<std::int32_t>(few_[cell].bound / unit) + 1);
    }
    return;
  }
  const auto units = [full = full_ / unit, bend = bend_](std::uint8_t stored) {
    const auto s = static_cast<float>(static_cast<std::int32_t>(stored));
    const float part = full * s / (static_cast<float>(kFullImpact) + bend * s);
    return static_cast<std::uint16_t>(static_cast<std::int32_t>(part) + (stored != 0 ? 1 : 0));
  };
  const std::uint8_t* const stored = list_->bounds.data();
  if (in_all_ranges()) {
    const std::size_t both = std::min(list_->masks.size(), bounds.size());
    for (std::size_t range = 0; range < both; ++range) to[range] = units(stored[range]);
    return;
  }
  for (std::size_t cell = 0; cell < ranges_.size(); ++cell) {
    if (ranges_[cell] < bounds.size()) to[ranges_[cell]] = units(stored[cell]);
  }
}

bool ListCursor::seek(std::uint32_t range) {
  range_ = range;
  if (in_all_ranges()) return range < list_->masks.size() && list_->masks[range] != 0;
  if (at_ >= ranges_.size() || ranges_[at_] > range) at_ = 0;
  at_ = lower_bound_from(ranges_, at_, range);
  return at_ < ranges_.size() && ranges_[at_] == range;
}

float ListCursor::bound() const {
  if (!few_.empty()) return few_[at_].bound;
  return bound_of(list_->bounds[in_all_ranges() ? range_ : at_]);
}

std::uint64_t ListCursor::mask() {
  if (!few_.empty()) return few_[at_].mask;
  cell_ = in_all_ranges() ? list_->masked_cell(range_) : list_->counted_cell(at_);
  return cell_.mask;
}

float ListCursor::score_coded(std::uint32_t docid, std::uint8_t code, float body_norm) const {
  return score_of(weight_, list_->posting(docid, code), body_norm, *columns_, *norms_);
}

DATELINE_PROCESSOR_VERSIONS
void ListCursor::score(std::uint64_t wanted, const RangeNorms& body_norms, RangeScores& scores,
                       RangeScores& sums) const {
  const auto note = [&](std::uint32_t position, float score) {
    scores[position] = score;
    sums[position] += score;
  };
  if (!few_.empty()) {
    const FewCell& cell = few_[at_];
    for (; wanted != 0; wanted &= wanted - 1) {
      const auto position = static_cast<std::uint32_t>(std::countr_zero(wanted));
      note(position, few_scores_[cell.first + rank_in(cell.mask, position)]);
    }
    return;
  }
  const ImpactCell cell = cell_;
  const float weight = weight_;
  for (; wanted != 0; wanted &= wanted - 1) {
    const auto position = static_cast<std::uint32_t>(std::countr_zero(wanted));
    const std::uint8_t code = cell.codes[rank_in(cell.mask, position)];
    constexpr std::uint8_t kInTitle = impact_code(1, 0);  // this and above: in the title, or escape
    const auto in_body = static_cast<float>(static_cast<std::int32_t>(code));
    note(position, code < kInTitle ? weight * saturated_in_body(in_body, body_norms[position])
                                   : score_coded(range_ * kRangeArticles + position, code,
                                                 body_norms[position]));
  }
}

}  // namespace dateline
