// A budget of characters or tokens is filled with passages, best first.
//
// What does not fit is left out, and smaller ones further down may still fit. So is a passage of
// which at least half, by bytes, is sentences that stand in the answer already: copies of a report
// would fill the budget with one piece of evidence. A sentence is the same whatever white space is
// in it.
#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>

#include "common/byte_range.h"
#include "searcher/answer.h"
#include "searcher/request.h"

namespace dateline {

class Packer {
 public:
  // Without max_chars and max_tokens everything fits and nothing repeats.
  explicit Packer(const Request& request);

  // Whether there is room for it with its citation, as to_markdown() writes both. Its rank is set.
  bool fits(const Passage& passage) const;

  // `sentences` are those of the passage, in the article's stored text.
  bool repeats(const Passage& passage, std::span<const ByteRange> sentences) const;

  void take(const Passage& passage, std::span<const ByteRange> sentences);

 private:
  struct Size {
    std::size_t chars = 0;  // code points
    std::size_t tokens = 0;
  };
  static Size size_of(const Passage& passage);

  Size most_;  // 0: any number
  Size taken_;
  std::set<std::string> sentences_;
};

}  // namespace dateline
