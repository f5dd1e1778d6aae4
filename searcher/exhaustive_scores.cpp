#include "searcher/exhaustive_scores.h"

#include <bit>

namespace dateline {
namespace {

template <typename Visit>
void for_each_posting(const ImpactList& list, std::uint32_t last_docid, Visit visit) {
  for (const Posting& posting : list.few) visit(posting);
  for (std::uint32_t range = 0; range <= last_docid / kRangeArticles; ++range) {
    const ImpactCell cell = list.cell(range);
    std::size_t next = 0;
    for (std::uint64_t rest = cell.mask; rest != 0; rest &= rest - 1) {
      const auto position = static_cast<std::uint32_t>(std::countr_zero(rest));
      visit(list.posting(range * kRangeArticles + position, cell.codes[next++]));
    }
  }
}

}  // namespace

std::vector<float> exhaustive_scores(const Columns& columns, const ScoringQuery& query) {
  std::vector<float> scores(columns.last_docid() + std::size_t{1});
  const FieldNorms norms(query.statistics);
  for (const ScoredWord& word : query.words) {
    for (const ImpactList& list : word.lists) {
      for_each_posting(list, columns.last_docid(), [&](const Posting& posting) {
        if (posting.docid >= scores.size()) return;
        scores[posting.docid] +=
            score_of(weight_of(word), posting, norms.body(columns.body_words(posting.docid)),
                     columns, norms);
      });
    }
  }
  return scores;
}

}  // namespace dateline
