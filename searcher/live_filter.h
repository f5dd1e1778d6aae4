// Which articles of a segment may be found at all: those that are not deleted and pass the filters.
#pragma once

#include <cstdint>
#include <span>

namespace dateline {

// Views of bitmaps, a word for each 64 docids.
class LiveFilter {
 public:
  // An empty `passing` lets all pass; words beyond the end of `deleted` are zero.
  LiveFilter(std::span<const std::uint64_t> passing, std::span<const std::uint64_t> deleted)
      : passing_(passing), deleted_(deleted) {}

  bool lets_all_pass() const { return passing_.empty() && deleted_.empty(); }

  // Bit p is docid 64 range + p; bits that are no article's may be set.
  std::uint64_t operator[](std::uint32_t range) const {
    std::uint64_t word = ~std::uint64_t{0};
    if (!passing_.empty()) word = range < passing_.size() ? passing_[range] : 0;
    return range < deleted_.size() ? word & ~deleted_[range] : word;
  }

  bool contains(std::uint32_t docid) const {
    return ((*this)[docid / 64] >> (docid % 64) & 1) != 0;
  }

 private:
  std::span<const std::uint64_t> passing_;
  std::span<const std::uint64_t> deleted_;
};

}  // namespace dateline
