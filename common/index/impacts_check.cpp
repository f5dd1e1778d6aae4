#include "common/index/impacts_check.h"

#include <algorithm>
#include <vector>

#include "common/index/impact_format.h"
#include "common/index/impacts_writer.h"

namespace dateline {
namespace {

// The mixer of SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators",
// OOPSLA 2014).
std::uint64_t mixed(std::uint64_t number) {
  number += 0x9E3779B97F4A7C15U;
  number = (number ^ number >> 30) * 0xBF58476D1CE4E5B9U;
  number = (number ^ number >> 27) * 0x94D049BB133111EBU;
  return number ^ number >> 31;
}

std::uint64_t hash_of(TermId id, const Posting& posting) {
  const std::uint64_t where = std::uint64_t{id} << 32 | posting.docid;
  return mixed(mixed(where) ^ (std::uint64_t{posting.in_title} << 32 | posting.in_body));
}

}  // namespace

void ImpactsCheck::add(std::uint32_t docid, std::span<const TermId> title,
                       std::span<const TermId> body) {
  std::vector<TermId> ids(body.begin(), body.end());
  std::sort(ids.begin(), ids.end());
  std::vector<TermId> in_title(title.begin(), title.end());
  std::sort(in_title.begin(), in_title.end());
  auto t = in_title.begin();
  auto b = ids.begin();
  while (t != in_title.end() || b != ids.end()) {
    const bool from_title = b == ids.end() || (t != in_title.end() && *t < *b);
    const TermId id = from_title ? *t : *b;
    Posting posting{docid, 0, 0};
    for (; t != in_title.end() && *t == id; ++t) ++posting.in_title;
    for (; b != ids.end() && *b == id; ++b) ++posting.in_body;
    sum_ += hash_of(id, posting);
  }
}

bool ImpactsCheck::bounds_are_right(const ImpactList& list) const {
  for (std::size_t cell = 0; cell < list.cells(); ++cell) {
    double most = 0;
    list.for_each_in_cell(cell, [&](const Posting& posting) {
      most =
          std::max(most, weighted_occurrences(
                             posting.in_title, posting.in_body, columns_.title_words(posting.docid),
                             columns_.body_words(posting.docid), impacts_.statistics()));
    });
    if (list.bounds[cell] != impact_format::stored_bound(most)) return false;
  }
  return true;
}

bool ImpactsCheck::all_equal() const {
  const FieldStatistics expected = field_statistics(columns_);
  if (impacts_.statistics().average_title_words != expected.average_title_words ||
      impacts_.statistics().average_body_words != expected.average_body_words) {
    return false;
  }
  std::uint64_t sum = 0;
  for (TermId id = 0; id < terms_.size(); ++id) {
    const ImpactList list = impacts_.list(id);
    std::uint32_t before = 0;
    bool ascending = true;
    list.for_each_posting([&](const Posting& posting) {
      ascending = ascending && posting.docid > before;
      before = posting.docid;
      sum += hash_of(id, posting);
    });
    if (!ascending || !bounds_are_right(list)) return false;
  }
  return sum == sum_;
}

}  // namespace dateline
