// A set of articles of one segment: one bit per docid.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline {

class ArticleSet {
 public:
  // Holds docids 0..last_docid; empty at first.
  explicit ArticleSet(std::uint32_t last_docid) : words_(last_docid / 64 + 1) {}

  // REQUIRES: docid <= last_docid.
  void add(std::uint32_t docid) { words_[docid / 64] |= std::uint64_t{1} << (docid % 64); }
  void remove(std::uint32_t docid) { words_[docid / 64] &= ~(std::uint64_t{1} << (docid % 64)); }
  bool contains(std::uint32_t docid) const {
    return ((words_[docid / 64] >> (docid % 64)) & 1) != 0;
  }

  // REQUIRES: both sets are of the same segment.
  ArticleSet& operator&=(const ArticleSet& other) {
    for (std::size_t at = 0; at < words_.size(); ++at) words_[at] &= other.words_[at];
    return *this;
  }
  ArticleSet& operator|=(const ArticleSet& other) {
    for (std::size_t at = 0; at < words_.size(); ++at) words_[at] |= other.words_[at];
    return *this;
  }
  void subtract(const ArticleSet& other) {
    for (std::size_t at = 0; at < words_.size(); ++at) words_[at] &= ~other.words_[at];
  }

  // One word for each 64 docids; bit p of word w is docid 64 w + p.
  std::span<std::uint64_t> words() { return words_; }
  std::span<const std::uint64_t> words() const { return words_; }

  // Counts in the eight bytes of a word at a time, which compilers turn into vector instructions;
  // not every processor we run on counts bits by itself.
  std::size_t count() const {
    constexpr std::size_t kBytesHold = 31;  // words of at most 8 bits a byte
    std::size_t count = 0;
    for (std::size_t begin = 0; begin < words_.size(); begin += kBytesHold) {
      std::uint64_t sums = 0;
      for (std::size_t at = begin; at < std::min(begin + kBytesHold, words_.size()); ++at) {
        std::uint64_t word = words_[at];
        word -= word >> 1 & 0x5555555555555555U;
        word = (word & 0x3333333333333333U) + (word >> 2 & 0x3333333333333333U);
        sums += (word + (word >> 4)) & 0x0F0F0F0F0F0F0F0FU;
      }
      sums = (sums & 0x00FF00FF00FF00FFU) + (sums >> 8 & 0x00FF00FF00FF00FFU);
      count += sums * 0x0001000100010001U >> 48;
    }
    return count;
  }

  // Calls visit(docid) for each member in ascending order.
  template <typename Visit>
  void for_each(Visit visit) const {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      for (std::uint64_t word = words_[at]; word != 0; word &= word - 1) {
        visit(
            static_cast<std::uint32_t>(at * 64 + static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
  }

 private:
  std::vector<std::uint64_t> words_;
};

inline ArticleSet operator&(ArticleSet left, const ArticleSet& right) { return left &= right; }

}  // namespace dateline
