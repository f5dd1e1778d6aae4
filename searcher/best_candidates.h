// The best of the articles offered so far: a heap of at most so many.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/columns.h"
#include "searcher/recency.h"

namespace dateline {

struct Candidate {
  std::size_t segment = 0;  // number in the snapshot
  std::uint32_t docid = 0;
  double score = 0;
  std::int32_t day = 0;  // last day the date may mean; kNoDay if the year is unknown
  std::string_view id;   // points into the snapshot's columns
};

constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();

inline Candidate candidate_at(const Columns& columns, std::size_t segment, std::uint32_t docid,
                              double score) {
  const auto days = columns.days(docid);
  return {segment, docid, score, days ? days->last : kNoDay, columns.id(docid)};
}

// True if `left` comes first among articles of equal rank: the newer one, then the smaller id.
inline bool newer_first(const Candidate& left, const Candidate& right) {
  if (left.day != right.day) return left.day > right.day;
  return left.id < right.id;
}

inline bool scores_before(const Candidate& left, const Candidate& right) {
  if (left.score != right.score) return left.score > right.score;
  return newer_first(left, right);
}

class BestCandidates {
 public:
  // `columns` are those of the segments; they outlive the object. With `recency`, the scores
  // offered fade before they are compared. They never grow by that, so that who leaves out articles
  // whose unfaded score, or a bound of it, is below threshold() leaves out none of the best. With
  // `after`, only articles that come after that one are kept.
  BestCandidates(std::vector<const Columns*> columns, std::size_t most,
                 std::optional<Recency> recency = {}, std::optional<Candidate> after = {})
      : columns_(std::move(columns)), most_(most), recency_(recency), after_(after) {
    heap_.reserve(std::min<std::size_t>(most, 1024));
  }

  // A lower score is of no use any more; an equal one may be.
  double threshold() const { return threshold_; }
  std::size_t most() const { return most_; }
  bool is_full() const { return heap_.size() == most_; }

  void offer(std::size_t segment, std::uint32_t docid, double score) {
    if (most_ == 0 || score < threshold_) return;
    if (recency_) {
      score = faded(score, factor(segment, docid));
      if (score < threshold_) return;
    }
    const Entry entry{score, segment, docid};
    if (after_ && !comes_after(entry)) return;
    const auto before = [this](const Entry& left, const Entry& right) {
      return comes_before(left, right);
    };
    if (is_full()) {
      if (!before(entry, heap_.front())) return;
      std::pop_heap(heap_.begin(), heap_.end(), before);
      heap_.pop_back();
    }
    heap_.push_back(entry);
    std::push_heap(heap_.begin(), heap_.end(), before);
    if (is_full()) threshold_ = heap_.front().score;
  }

  // Best first. The object is of no use afterwards.
  std::vector<Candidate> take() {
    std::vector<Candidate> best;
    best.reserve(heap_.size());
    for (const Entry& entry : heap_) best.push_back(candidate(entry));
    heap_.clear();
    std::sort(best.begin(), best.end(), scores_before);
    return best;
  }

 private:
  // Day and id are looked up where scores are equal only.
  struct Entry {
    double score = 0;
    std::size_t segment = 0;
    std::uint32_t docid = 0;
  };

  double factor(std::size_t segment, std::uint32_t docid) const {
    const auto days = columns_[segment]->days(docid);
    return recency_factor(*recency_, days ? std::optional(days->last) : std::nullopt);
  }
  Candidate candidate(const Entry& entry) const {
    return candidate_at(*columns_[entry.segment], entry.segment, entry.docid, entry.score);
  }
  bool comes_before(const Entry& left, const Entry& right) const {
    if (left.score != right.score) return left.score > right.score;
    return newer_first(candidate(left), candidate(right));
  }

  bool comes_after(const Entry& entry) const {
    if (entry.score != after_->score) return entry.score < after_->score;
    return newer_first(*after_, candidate(entry));
  }

  std::vector<const Columns*> columns_;
  std::size_t most_;
  std::optional<Recency> recency_;
  std::optional<Candidate> after_;
  double threshold_ = -std::numeric_limits<double>::infinity();
  std::vector<Entry> heap_;  // its front is the worst kept
};

}  // namespace dateline
