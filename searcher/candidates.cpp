#include "searcher/candidates.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "searcher/date_order.h"
#include "searcher/exhaustive_scores.h"
#include "searcher/phrases.h"
#include "searcher/top_k.h"

namespace dateline {
namespace {

// The candidates of one segment.
class SegmentSearch {
 public:
  SegmentSearch(const CandidateSearch& search, std::size_t segment, Analyzer& analyzer)
      : segment_(search.snapshot.segments[segment]),
        number_(segment),
        terms_(search.terms),
        languages_(search.languages),
        postings_(search.postings.segments[segment]),
        analyzer_(analyzer) {
    query_.statistics = search.postings.statistics;
    for (const std::size_t word : terms_.scored) {
      query_.words.push_back(
          {search.postings.inverse_frequency[word], postings_[word].lists, WordRole::kSuffices});
    }
  }

  bool has_bounds() const { return has_impacts(segment_) && !query_.words.empty(); }

  ArticleSet matches() const { return match(segment_, terms_, postings_, languages_, analyzer_); }

  // `among` are matches.
  void score_all(const ArticleSet& among, BestCandidates& best) const {
    const std::vector<float> scores = exhaustive_scores(segment_.columns, query_);
    among.for_each([&](std::uint32_t docid) { best.offer(number_, docid, scores[docid]); });
  }
  void choose(const ArticleSet& among, BestCandidates& best) const {
    top_k({segment_.columns,
           query_,
           segment_.impacts->statistics(),
           {among.words(), {}, segment_.columns.last_docid()}},
          number_, best);
  }

  // Whether articles can match that have none of the words.
  bool match_without_words() const { return !terms_.demands_words(); }

  void offer_without_words(const ArticleSet& among, BestCandidates& best) const {
    ArticleSet others = among;
    for (const ScoredWord& word : query_.words) {
      ArticleSet with_word(segment_.entry.last_docid);
      for (const ImpactList& list : word.lists) list.add_to(with_word.words());
      others.subtract(with_word);
    }
    others.for_each([&](std::uint32_t docid) { best.offer(number_, docid, 0); });
  }

  // Matches as it goes, those that pass; all of them if `passing` is empty.
  void match_and_choose(std::span<const std::uint64_t> passing, BestCandidates& best) {
    assign_roles();
    TopKQuery query{segment_.columns,
                    query_,
                    segment_.impacts->statistics(),
                    {passing, segment_.tombstones.words(), segment_.columns.last_docid()}};
    std::vector<PhraseFinder> present, absent;
    for (const auto& phrase : terms_.phrases) add_finder(phrase, present);
    for (const auto& phrase : terms_.excluded) {
      if (phrase.size() == 1) query.without.push_back(postings_[phrase.front()].lists);
      add_finder(phrase, absent);
    }
    if (!present.empty() || !absent.empty()) {
      query.accepts = [&](std::uint32_t docid) {
        const auto occurs = [docid](PhraseFinder& finder) { return finder.occurs_in(docid); };
        return std::all_of(present.begin(), present.end(), occurs) &&
               std::none_of(absent.begin(), absent.end(), occurs);
      };
      query.expects = [&](std::uint32_t docid) {
        (present.empty() ? absent : present).front().expect(docid);
      };
    }
    top_k(query, number_, best);
  }

 private:
  void assign_roles() {
    for (std::size_t at = 0; at < terms_.scored.size(); ++at) {
      const std::size_t word = terms_.scored[at];
      const auto has_word = [word](const std::vector<std::size_t>& phrase) {
        return std::find(phrase.begin(), phrase.end(), word) != phrase.end();
      };
      const bool required = std::any_of(terms_.phrases.begin(), terms_.phrases.end(), has_word);
      const bool suffices = terms_.phrases.empty() && terms_.words[word].required_to_match;
      query_.words[at].role = required   ? WordRole::kRequired
                              : suffices ? WordRole::kSuffices
                                         : WordRole::kAdds;
    }
  }

  // A phrase of one word is the word.
  void add_finder(const std::vector<std::size_t>& phrase,
                  std::vector<PhraseFinder>& finders) const {
    if (phrase.size() > 1) finders.emplace_back(segment_, terms_, phrase, languages_, analyzer_);
  }

  const Segment& segment_;
  std::size_t number_;
  const QueryTerms& terms_;
  std::span<const std::string> languages_;
  std::span<const WordPostings> postings_;
  Analyzer& analyzer_;
  ScoringQuery query_;
};

ArticleSet passing(ArticleSet matches, const FilterSets& filters) {
  filters.keep_passing(matches);
  return matches;
}

// Those of a segment that match and pass all filters.
ArticleSet among(const CandidateSearch& search, const Matches* matches, std::size_t at,
                 const SegmentSearch& segment) {
  return passing(matches != nullptr ? (*matches)[at] : segment.matches(), search.filters[at]);
}

// `among` are matches.
void offer_best(const SegmentSearch& segment, const ArticleSet& among, BestCandidates& best) {
  if (segment.has_bounds()) {
    segment.choose(among, best);
    if (segment.match_without_words()) segment.offer_without_words(among, best);
  } else {
    segment.score_all(among, best);
  }
}

BestCandidates none_yet(const CandidateSearch& search, const Stretch& wanted) {
  std::vector<const Columns*> columns;
  for (const Segment& segment : search.snapshot.segments) columns.push_back(&segment.columns);
  return {std::move(columns), wanted.most, search.recency, wanted.after};
}

// The same articles in the same order, with their scores.
std::vector<Candidate> scored(const CandidateSearch& search, std::vector<Candidate> articles,
                              Analyzer& analyzer) {
  std::map<std::pair<std::size_t, std::uint32_t>, double> scores;
  for (const Candidate& article : scored_again(search, articles, analyzer)) {
    scores[{article.segment, article.docid}] = article.score;
  }
  for (Candidate& article : articles) article.score = scores[{article.segment, article.docid}];
  return articles;
}

}  // namespace

std::vector<Candidate> choose_candidates(const CandidateSearch& search, const Matches* matches,
                                         const Stretch& wanted, Analyzer& analyzer) {
  if (search.terms.scored.empty()) {
    return candidates_by_date(search, matches, wanted, Sort::kNewest, analyzer);
  }
  BestCandidates best = none_yet(search, wanted);
  for (std::size_t at = 0; at < search.snapshot.segments.size(); ++at) {
    SegmentSearch segment(search, at, analyzer);
    if (matches == nullptr && segment.has_bounds() && search.terms.demands_words()) {
      const std::optional<ArticleSet> passing = search.filters[at].passing();
      segment.match_and_choose(passing ? passing->words() : std::span<const std::uint64_t>(), best);
    } else {
      offer_best(segment, among(search, matches, at, segment), best);
    }
  }
  return best.take();
}

std::vector<Candidate> candidates_by_date(const CandidateSearch& search, const Matches* matches,
                                          const Stretch& wanted, Sort sort, Analyzer& analyzer) {
  std::vector<ArticleSet> sets;
  for (std::size_t at = 0; at < search.snapshot.segments.size(); ++at) {
    sets.push_back(among(search, matches, at, SegmentSearch(search, at, analyzer)));
  }
  std::vector<Candidate> first =
      first_by_date(search.snapshot, sets, wanted.most, sort, wanted.after);
  return search.terms.scored.empty() ? first : scored(search, std::move(first), analyzer);
}

std::vector<Candidate> scored_again(const CandidateSearch& search,
                                    std::span<const Candidate> articles, Analyzer& analyzer) {
  BestCandidates best = none_yet(search, {articles.size(), {}});
  for (std::size_t at = 0; at < search.snapshot.segments.size(); ++at) {
    ArticleSet chosen(search.snapshot.segments[at].entry.last_docid);
    for (const Candidate& article : articles) {
      if (article.segment == at) chosen.add(article.docid);
    }
    offer_best(SegmentSearch(search, at, analyzer), chosen, best);
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
