// A set of articles of one segment: one bit per docid.
#pragma once

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

  std::size_t count() const {
    std::size_t count = 0;
    for (const std::uint64_t word : words_) count += static_cast<std::size_t>(std::popcount(word));
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
