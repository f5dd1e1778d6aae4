#include "searcher/candidates.h"

#include "searcher/exhaustive_scores.h"
#include "searcher/top_k.h"

namespace dateline {
namespace {

ScoringQuery scoring_query(const QueryTerms& terms, const QueryPostings& postings,
                           std::size_t segment) {
  ScoringQuery query;
  query.statistics = postings.statistics;
  for (const std::size_t word : terms.scored) {
    query.words.push_back(
        {postings.inverse_frequency[word], postings.segments[segment][word].lists});
  }
  return query;
}

ArticleSet passing(ArticleSet matches, const FilterSets& filters) {
  filters.keep_passing(matches);
  return matches;
}

}  // namespace

std::vector<Candidate> choose_candidates(const CandidateSearch& search, const Matches* matches,
                                         std::size_t most, Analyzer& analyzer) {
  std::vector<const Columns*> columns;
  for (const Segment& segment : search.snapshot.segments) columns.push_back(&segment.columns);
  BestCandidates best(std::move(columns), most);
  for (std::size_t at = 0; at < search.snapshot.segments.size(); ++at) {
    const Segment& segment = search.snapshot.segments[at];
    const ArticleSet among =
        passing(matches != nullptr ? (*matches)[at]
                                   : match(segment, search.terms, search.postings.segments[at],
                                           search.languages, analyzer),
                search.filters[at]);
    const ScoringQuery query = scoring_query(search.terms, search.postings, at);
    if (has_impacts(segment) && !search.terms.scored.empty()) {
      top_k(segment.columns, query, segment.impacts->statistics(), among, at, best);
      continue;
    }
    const std::vector<float> scores = exhaustive_scores(segment.columns, query);
    among.for_each([&](std::uint32_t docid) { best.offer(at, docid, scores[docid]); });
  }
  return best.take();
}

std::size_t count_articles(const Matches& matches, std::span<const FilterSets> filters) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < matches.size(); ++at) {
    count += passing(matches[at], filters[at]).count();
  }
  return count;
}

}  // namespace dateline
