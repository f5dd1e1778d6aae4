// The best of the articles offered so far: a heap of at most so many.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/columns.h"

namespace dateline {

struct Candidate {
  std::size_t segment = 0;  // number in the snapshot
  std::uint32_t docid = 0;
  double score = 0;
  std::int32_t day = 0;  // last day the date may mean; the lowest number if the year is unknown
  std::string_view id;   // points into the snapshot's columns
};

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
  // `columns` are those of the segments; they outlive the object.
  BestCandidates(std::vector<const Columns*> columns, std::size_t most)
      : columns_(std::move(columns)), most_(most) {}

  // A lower score is of no use any more; an equal one may be.
  double threshold() const { return threshold_; }
  std::size_t most() const { return most_; }

  void offer(std::size_t segment, std::uint32_t docid, double score) {
    if (score < threshold_) return;
    const Columns& columns = *columns_[segment];
    const auto days = columns.days(docid);
    const Candidate candidate{segment, docid, score,
                              days ? days->last : std::numeric_limits<std::int32_t>::min(),
                              columns.id(docid)};
    if (heap_.size() == most_) {
      if (most_ == 0 || !scores_before(candidate, heap_.front())) return;
      std::pop_heap(heap_.begin(), heap_.end(), scores_before);
      heap_.pop_back();
    }
    heap_.push_back(candidate);
    std::push_heap(heap_.begin(), heap_.end(), scores_before);
    if (heap_.size() == most_) threshold_ = heap_.front().score;
  }

  // Best first. The object is of no use afterwards.
  std::vector<Candidate> take() {
    std::sort_heap(heap_.begin(), heap_.end(), scores_before);
    return std::move(heap_);
  }

 private:
  std::vector<const Columns*> columns_;
  std::size_t most_;
  double threshold_ = -std::numeric_limits<double>::infinity();
  std::vector<Candidate> heap_;  // its front is the worst kept
};

}  // namespace dateline
