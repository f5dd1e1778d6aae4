#include "searcher/search.h"

#include <algorithm>
#include <chrono>
#include <map>

#include "common/index/xapian_reason.h"
#include "searcher/article_filter.h"
#include "searcher/candidates.h"
#include "searcher/facets.h"
#include "searcher/matcher.h"
#include "searcher/passage_finder.h"
#include "searcher/phrases.h"
#include "searcher/query_parser.h"
#include "searcher/ranking.h"

namespace dateline {
namespace {

// Passages are looked for in this many articles at least: the best passage is not always in one of
// the very best articles.
constexpr std::size_t kLeastCandidates = 60;

struct RankedPassage {
  const Candidate* candidate = nullptr;
  Passage passage;
};

bool ranks_before(const RankedPassage& left, const RankedPassage& right) {
  if (left.passage.score != right.passage.score) return left.passage.score > right.passage.score;
  if (left.candidate != right.candidate) return newer_first(*left.candidate, *right.candidate);
  return left.passage.range < right.passage.range;
}

ArticleSummary summary_of(const Article& article) {
  return {article.id,
          article.title,
          article.url,
          article.source,
          article.language,
          article.date.date,
          article.countries.about,
          article.countries.primary};
}

Passage passage_of(const Article& article, const ScoredPassage& found) {
  Passage passage;
  passage.score = found.score;
  passage.range = found.range;
  passage.text = slice(article.text, found.range);
  for (const ByteRange& highlight : found.highlights) {
    passage.highlights.push_back(
        {highlight.start - found.range.start, highlight.end - found.range.start});
  }
  passage.article = summary_of(article);
  return passage;
}

// Turns both scores into shares of the best and mixes them.
void mix_scores(std::vector<RankedPassage>& passages) {
  double best_article = 0;
  double best_passage = 0;
  for (const RankedPassage& ranked : passages) {
    best_article = std::max(best_article, ranked.candidate->score);
    best_passage = std::max(best_passage, ranked.passage.score);
  }
  const auto share = [](double score, double best) { return best > 0 ? score / best : 0; };
  for (RankedPassage& ranked : passages) {
    ranked.passage.score = kArticleShare * share(ranked.candidate->score, best_article) +
                           (1 - kArticleShare) * share(ranked.passage.score, best_passage);
  }
}

std::vector<std::string> languages_of(const Snapshot& snapshot) {
  std::vector<std::string> languages;
  for (const Segment& segment : snapshot.segments) {
    for (const std::string& language : segment.columns.languages()) languages.push_back(language);
  }
  std::sort(languages.begin(), languages.end());
  languages.erase(std::unique(languages.begin(), languages.end()), languages.end());
  return languages;
}

}  // namespace

Searcher::Searcher(Snapshot snapshot)
    : snapshot_(std::move(snapshot)), languages_(languages_of(snapshot_)) {}

Result<Searcher> Searcher::open(const std::filesystem::path& index) {
  auto snapshot = open_snapshot(index);
  if (!snapshot) return snapshot.error();
  return Searcher(std::move(*snapshot));
}

Result<Article> Searcher::article(std::string_view id) const {
  for (const Segment& segment : snapshot_.segments) {
    if (const auto docid = find_article(segment, id)) {
      auto indexed = load_article(segment, *docid);
      if (!indexed) return indexed.error();
      return std::move(indexed->article);
    }
  }
  return Error{ErrorKind::kMissing, "no article has the id '" + std::string(id) + "'"};
}

Result<Answer> Searcher::search(const Request& request) {
  const auto start = std::chrono::steady_clock::now();
  const auto query = parse_query(request.query);
  if (!query) return query.error();
  auto answer = answer_to(*query, request);
  if (!answer) return answer.error();
  if (const auto words = relaxed(*query); words && answer->total_articles == 0) {
    answer = answer_to(*words, request);
    if (!answer) return answer.error();
    answer->relaxed = true;
  }
  answer->took_ms =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  return answer;
}

Result<Answer> Searcher::answer_to(const Query& query, const Request& request) {
  Answer answer;
  answer.query = request.query;
  answer.understood = to_string(query);
  answer.filters = request.filters;
  const QueryTerms terms = terms_of(query, languages_, analyzer_);

  std::vector<FilterSets> filters;
  for (const Segment& segment : snapshot_.segments) {
    filters.push_back(filter_sets(segment, request.filters));
  }
  Matches matches;
  try {
    matches = match(snapshot_, terms, languages_, analyzer_);
  } catch (const Xapian::Error& error) {
    return Error{ErrorKind::kCorrupt,
                 "the index cannot be read (" + reason_of(error) + "); see: dateline-index check"};
  }
  const Candidates candidates =
      choose_candidates(snapshot_, matches, filters, std::max(request.limit, kLeastCandidates));
  answer.total_articles = candidates.total;
  auto passages = passages_of(candidates, terms, matches, request);
  if (!passages) return passages.error();
  answer.passages = std::move(*passages);
  if (request.facets) answer.facets = count_facets(snapshot_, matches, filters, request);
  return answer;
}

Result<std::vector<Passage>> Searcher::passages_of(const Candidates& candidates,
                                                   const QueryTerms& terms, const Matches& matches,
                                                   const Request& request) {
  const PassageQuery passage_query{terms, matches.inverse_frequency, request.passage_words,
                                   request.per_article};
  std::map<std::size_t, WordFinder> finders;  // by number of the language
  std::vector<RankedPassage> ranked;
  for (const Candidate& candidate : candidates.best) {
    const Segment& segment = snapshot_.segments[candidate.segment];
    const auto indexed = load_article(segment, candidate.docid);
    if (!indexed) return indexed.error();
    const std::size_t language = language_number(segment, candidate.docid, languages_);
    if (language == languages_.size()) continue;
    const WordFinder& finder =
        finders.try_emplace(language, WordFinder(terms, language)).first->second;
    for (const ScoredPassage& found :
         find_passages(indexed->article, passage_query, finder, analyzer_)) {
      ranked.push_back({&candidate, passage_of(indexed->article, found)});
    }
  }
  mix_scores(ranked);
  std::sort(ranked.begin(), ranked.end(), ranks_before);
  std::vector<Passage> passages;
  for (RankedPassage& one : ranked) {
    if (passages.size() == request.limit) break;
    one.passage.rank = passages.size() + 1;
    passages.push_back(std::move(one.passage));
  }
  return passages;
}

}  // namespace dateline
