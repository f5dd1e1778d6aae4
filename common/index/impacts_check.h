// Does an `impacts` file say of every term what the articles say?
#pragma once

#include <cstdint>
#include <span>

#include "common/index/columns.h"
#include "common/index/impacts.h"
#include "common/index/terms.h"

namespace dateline {

// Postings are compared as sums of hashes, which are equal if and, but for a chance of one in 2^64,
// only if the postings are. So each article comes once and nothing is kept of it.
class ImpactsCheck {
 public:
  // `terms` and `columns` are those of the articles to come. What is given outlives the object.
  ImpactsCheck(const Impacts& impacts, const Terms& terms, const Columns& columns)
      : impacts_(impacts), terms_(terms), columns_(columns) {}

  void add(std::uint32_t docid, std::span<const TermId> title, std::span<const TermId> body);

  // True if every posting of the articles added, and no other, is in the file, in its order, and
  // all bounds are what they should be.
  bool all_equal() const;

 private:
  bool bounds_are_right(const ImpactList& list) const;

  const Impacts& impacts_;
  const Terms& terms_;
  const Columns& columns_;
  std::uint64_t sum_ = 0;
};

}  // namespace dateline
