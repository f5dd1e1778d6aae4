#include "searcher/short_lists.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::size_t kFewPostings = 256;

struct Part {
  std::uint32_t docid = 0;
  float score = 0;
};

}  // namespace

bool has_short_lists_only(const TopKQuery& query) {
  std::size_t postings = 0;
  for (const ScoredWord& word : query.scoring.words) {
    if (word.role != WordRole::kSuffices) return false;
    for (const ImpactList& list : word.lists) {
      if (list.cells() > 0) return false;
      postings += list.few.size();
    }
  }
  return postings <= kFewPostings && query.without.empty();
}

void rank_short_lists(const TopKQuery& query, std::size_t segment, BestCandidates& best) {
  const FieldNorms norms(query.scoring.statistics);
  std::vector<Part> parts;
  parts.reserve(kFewPostings);
  std::size_t lists = 0;
  for (const ScoredWord& word : query.scoring.words) {
    const float weight = weight_of(word);
    for (const ImpactList& list : word.lists) {
      for (const Posting& posting : list.few) {
        if (!query.among.contains(posting.docid)) continue;
        const float body_norm = norms.body(query.columns.body_words(posting.docid));
        parts.push_back(
            {posting.docid, score_of(weight, posting, body_norm, query.columns, norms)});
      }
      ++lists;
    }
  }
  if (lists > 1) {  // an article's parts stay in the order of the words
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Part& left, const Part& right) { return left.docid < right.docid; });
  }
  for (std::size_t at = 0; at < parts.size();) {
    const std::uint32_t docid = parts[at].docid;
    float score = 0;
    for (; at < parts.size() && parts[at].docid == docid; ++at) score += parts[at].score;
    if (score == 0 || score < best.threshold()) continue;
    if (!query.accepts || query.accepts(docid)) best.offer(segment, docid, score);
  }
}

}  // namespace dateline
