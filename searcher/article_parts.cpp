#include "searcher/article_parts.h"

#include <algorithm>
#include <bit>
#include <optional>

#include "searcher/scored_words.h"

namespace dateline {
namespace {

std::optional<Posting> posting_of(const ImpactList& list, std::uint32_t docid) {
  const auto few = std::find_if(list.few.begin(), list.few.end(),
                                [docid](const Posting& posting) { return posting.docid == docid; });
  if (few != list.few.end()) return *few;
  const ImpactCell cell = list.cell(docid / kRangeArticles);
  const std::uint64_t bit = std::uint64_t{1} << docid % kRangeArticles;
  if ((cell.mask & bit) == 0) return std::nullopt;
  return list.posting(docid, cell.codes[std::popcount(cell.mask & (bit - 1))]);
}

}  // namespace

std::vector<ArticleWordPart> article_parts(const Snapshot& snapshot, std::size_t segment,
                                           std::uint32_t docid, std::size_t language,
                                           const ScoredBy& scored) {
  const Columns& columns = snapshot.segments[segment].columns;
  const FieldNorms norms(scored.postings.statistics);
  std::vector<ArticleWordPart> parts;
  for (const std::size_t word : scored.terms.scored) {
    const double weight = scored.postings.inverse_frequency[word];
    for (const ImpactList& list : scored.postings.segments[segment][word].lists) {
      const auto posting = posting_of(list, docid);
      if (!posting) continue;
      const float score = score_of(weight_of({weight, {}}), *posting,
                                   norms.body(columns.body_words(docid)), columns, norms);
      parts.push_back({shown_term(scored.terms, word, language), word >= scored.own_words, weight,
                       posting->in_title, posting->in_body, static_cast<double>(score)});
    }
  }
  return parts;
}

}  // namespace dateline
