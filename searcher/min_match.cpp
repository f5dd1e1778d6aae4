// How many of these sets is an article in? For 64 articles at once: a counter whose binary digits
// lie in words of their own, digit d of all 64 counts in word d. A set is added as one adds by
// hand, with a carry from digit to digit:
//
//   carry = members;  for each digit:  digit, carry = digit ^ carry, digit & carry
//
// and a count is at least m if, from the highest digit down, it first differs from m where it has
// the 1, or nowhere.
#include "searcher/min_match.h"

#include <algorithm>
#include <bit>

namespace dateline {

ArticleSet in_at_least(std::span<const ArticleSet> sets, std::size_t needed) {
  ArticleSet found = sets.empty() ? ArticleSet(0) : sets.front();
  if (sets.size() < needed || sets.empty()) {
    found.subtract(ArticleSet(found));
    return found;
  }
  const auto digits = static_cast<std::size_t>(std::bit_width(sets.size()));
  std::vector<std::uint64_t> counts(digits);
  for (std::size_t at = 0; at < found.words().size(); ++at) {
    std::fill(counts.begin(), counts.end(), 0);
    for (const ArticleSet& set : sets) {
      std::uint64_t carry = set.words()[at];
      for (std::uint64_t& digit : counts) {
        const std::uint64_t both = digit & carry;
        digit ^= carry;
        carry = both;
      }
    }
    std::uint64_t more = 0;
    std::uint64_t equal = ~std::uint64_t{0};
    for (std::size_t digit = digits; digit-- > 0;) {
      if ((needed >> digit & 1) == 0) {
        more |= equal & counts[digit];
        equal &= ~counts[digit];
      } else {
        equal &= counts[digit];
      }
    }
    found.words()[at] = more | equal;
  }
  return found;
}

ArticleSet with_at_least(const Segment& segment, std::span<const WordPostings> postings,
                         std::span<const std::size_t> words, std::size_t needed) {
  std::vector<ArticleSet> sets;
  for (const std::size_t word : words) {
    ArticleSet& set = sets.emplace_back(segment.entry.last_docid);
    for (const ImpactList& list : postings[word].lists) list.add_to(set.words());
  }
  return sets.empty() ? ArticleSet(segment.entry.last_docid) : in_at_least(sets, needed);
}

}  // namespace dateline
