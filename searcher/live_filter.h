// Which articles of a segment may be found at all: those that are not deleted and pass the filters.
#pragma once

#include <cstdint>
#include <span>

namespace dateline {

// Views of bitmaps, a word for each 64 docids.
class LiveFilter {
 public:
  // An empty `passing` lets all pass; words beyond the end of `deleted` are zero. Docids that the
  // segment does not have room for, which damaged lists may hold, never pass.
  LiveFilter(std::span<const std::uint64_t> passing, std::span<const std::uint64_t> deleted,
             std::uint32_t last_docid)
      : passing_(passing), deleted_(deleted), last_docid_(last_docid) {}

  bool lets_all_pass() const { return passing_.empty() && deleted_.empty(); }

  // Bit p is docid 64 range + p; bits that are no article's may be set.
  std::uint64_t operator[](std::uint32_t range) const {
    std::uint64_t word = in_segment(range);
    if (!passing_.empty()) word &= range < passing_.size() ? passing_[range] : 0;
    return range < deleted_.size() ? word & ~deleted_[range] : word;
  }
  bool contains(std::uint32_t docid) const {
    return ((*this)[docid / 64] >> (docid % 64) & 1) != 0;
  }

 private:
  std::uint64_t in_segment(std::uint32_t range) const {
    const std::uint32_t last = last_docid_ / 64;
    const std::uint64_t from_first = range == 0 ? ~std::uint64_t{1} : ~std::uint64_t{0};
    if (range < last) return from_first;
    return range > last ? 0 : from_first & (~std::uint64_t{0} >> (63 - last_docid_ % 64));
  }

  std::span<const std::uint64_t> passing_;
  std::span<const std::uint64_t> deleted_;
  std::uint32_t last_docid_;
};

}  // namespace dateline
