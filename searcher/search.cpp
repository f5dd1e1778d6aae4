#include "searcher/search.h"

#include <algorithm>
#include <chrono>

#include "common/index/xapian_reason.h"
#include "searcher/article_filter.h"
#include "searcher/candidates.h"
#include "searcher/facets.h"
#include "searcher/matcher.h"
#include "searcher/passages.h"
#include "searcher/query_parser.h"

namespace dateline {
namespace {

// Passages are looked for in this many articles at least: the best passage is not always in one of
// the very best articles.
constexpr std::size_t kLeastCandidates = 60;

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
  QueryPostings postings;
  Matches matches;
  std::vector<Candidate> candidates;
  try {
    postings = read_postings(snapshot_, terms.words, languages_);
    matches = match(snapshot_, terms, postings, languages_, analyzer_);
    candidates = choose_candidates({snapshot_, terms, languages_, postings, filters}, &matches,
                                   std::max(request.limit, kLeastCandidates), analyzer_);
  } catch (const Xapian::Error& error) {
    return Error{ErrorKind::kCorrupt,
                 "the index cannot be read (" + reason_of(error) + "); see: dateline-index check"};
  }
  answer.total_articles = count_articles(matches, filters);
  auto passages = choose_passages(
      {snapshot_, languages_, terms, postings.inverse_frequency, request}, candidates, analyzer_);
  if (!passages) return passages.error();
  answer.passages = std::move(*passages);
  if (request.facets) answer.facets = count_facets(snapshot_, matches, filters, request);
  return answer;
}

}  // namespace dateline
