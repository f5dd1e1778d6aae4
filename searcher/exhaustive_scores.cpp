#include "searcher/exhaustive_scores.h"

namespace dateline {

std::vector<float> exhaustive_scores(const Columns& columns, const ScoringQuery& query) {
  std::vector<float> scores(columns.last_docid() + std::size_t{1});
  const FieldNorms norms(query.statistics);
  for (const ScoredWord& word : query.words) {
    for (const ImpactList& list : word.lists) {
      list.for_each_posting([&](const Posting& posting) {
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
