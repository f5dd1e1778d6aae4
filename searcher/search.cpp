#include "searcher/search.h"

#include <algorithm>
#include <iterator>

#include "common/index/xapian_reason.h"
#include "searcher/article_blocks.h"
#include "searcher/article_filter.h"
#include "searcher/candidates.h"
#include "searcher/facets.h"
#include "searcher/feedback.h"
#include "searcher/folding.h"
#include "searcher/matcher.h"
#include "searcher/min_match.h"
#include "searcher/passages.h"
#include "searcher/published.h"
#include "searcher/query_parser.h"
#include "searcher/requirements.h"
#include "searcher/spelling.h"
#include "searcher/synonym_postings.h"
#include "searcher/verify/verify.h"

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

// What an answer repeats of its request.
Answer begun_answer(const Query& query, const Request& request) {
  Answer answer;
  answer.query = request.query;
  answer.understood = to_string(query);
  answer.filters = request.filters;
  answer.pages = request.cursor.has_value();
  answer.sort = request.sort;
  answer.recency = request.recency;
  answer.like = request.like;
  answer.fold = request.fold;
  answer.fields = request.fields;
  return answer;
}

bool expands(const Query& query, const Request& request) {
  if (request.sort != Sort::kRelevance || request.expand == Expand::kOff) return false;
  return request.expand == Expand::kOn || gains_from_feedback(query);
}

// How many groups of articles are looked into for passages at a time.
std::size_t groups_in_block(const Request& request) {
  if (request.cursor && request.cursor->generation > 0) return request.cursor->articles;
  return request.sort == Sort::kRelevance ? std::max(request.limit, kLeastCandidates)
                                          : request.limit;
}

// Nothing if there is nothing left. What it is of is added by who knows it.
std::optional<PageCursor> page_after(const PageCursor& page, std::size_t groups,
                                     const ArticleBlock& block, const ChosenPassages& chosen) {
  if (chosen.are_all && !block.next) return std::nullopt;
  PageCursor next;
  next.shown = page.shown + chosen.passages.size();
  next.articles = groups;
  next.best = chosen.best;
  next.block = chosen.are_all ? *block.next : page.block;
  if (!chosen.are_all) next.done = chosen.done;
  return next;
}

bool has_budget(const Request& request) { return request.max_chars > 0 || request.max_tokens > 0; }

}  // namespace

Searcher::Searcher(std::filesystem::path index, SearchClock clock)
    : index_(std::move(index)), clock_(std::move(clock)) {}

Result<Searcher> Searcher::open(const std::filesystem::path& index, SearchClock clock) {
  Searcher searcher(index, std::move(clock));
  if (auto renewed = searcher.renew(); !renewed) return renewed.error();
  return searcher;
}

Result<Searcher> Searcher::open(const std::filesystem::path& index,
                                std::shared_ptr<const Synonyms> synonyms) {
  Result<Searcher> searcher = open(index);
  if (searcher) searcher->synonyms_ = std::move(synonyms);
  return searcher;
}

Result<void> Searcher::renew() {
  // Taken before the manifest is read: if that is replaced in between, the next call looks again.
  const auto stamp = stamp_of_manifest(index_);
  if (stamp && stamp == stamp_) return {};
  auto snapshot = open_snapshot(index_);
  if (!snapshot) return snapshot.error();
  show(*std::move(snapshot));
  stamp_ = stamp;
  return {};
}

void Searcher::show(Snapshot snapshot) {
  snapshot_ = std::move(snapshot);
  languages_ = languages_of(snapshot_);
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

Result<Verification> Searcher::verify(const Request& request) {
  const auto start = clock_();
  const Deadline deadline(clock_, request.timeout_ms);
  std::optional<Published> published;
  if (request.filters.as_of) published = published_by(snapshot_, *request.filters.as_of);
  auto found = verify_quote(snapshot_, published ? published->languages : languages_,
                            published ? &*published : nullptr, request, deadline, analyzer_);
  if (found) {
    found->took_ms = std::chrono::duration<double, std::milli>(clock_() - start).count();
  }
  return found;
}

Result<Answer> Searcher::search(const Request& request) {
  const bool goes_on = request.cursor && request.cursor->generation > 0;
  if (!goes_on || request.cursor->generation == generation()) return page(request);
  if (auto opened = open_pinned(request.cursor->generation); !opened) return opened.error();
  return pinned_->page(request);
}

Result<void> Searcher::open_pinned(std::uint64_t generation) {
  std::error_code code;
  const bool is_kept = std::filesystem::exists(index_ / kept_manifest_name(generation), code);
  if (is_kept && pinned_ && pinned_->generation() == generation) return {};
  auto snapshot = open_kept_snapshot(index_, generation);
  if (!snapshot) {
    if (snapshot.error().kind != ErrorKind::kMissing) return snapshot.error();
    return Error{ErrorKind::kRequest, "cursor: generation " + std::to_string(generation) +
                                          " of the index is not kept any more, the newest is " +
                                          std::to_string(this->generation()) +
                                          "; search again from the first page"};
  }
  pinned_.reset(new Searcher(index_, clock_));
  pinned_->synonyms_ = synonyms_;
  pinned_->show(*std::move(snapshot));
  return {};
}

Result<void> Searcher::check(const PageCursor& cursor, std::uint64_t fingerprint) const {
  if (cursor.generation == 0) return {};
  const auto exists = [this](const ArticleKey& key) {
    return key.segment < snapshot_.segments.size() && key.docid > 0 &&
           key.docid <= snapshot_.segments[key.segment].entry.last_docid;
  };
  if (cursor.request == fingerprint && (!cursor.block.after || exists(*cursor.block.after))) {
    return {};
  }
  return Error{ErrorKind::kRequest,
               "cursor is that of another search or index; repeat the query, the filters and the "
               "options of ranking with it, or search again from the first page"};
}

Result<Answer> Searcher::page(const Request& request) {
  const auto start = clock_();
  const Deadline deadline(clock_, request.timeout_ms);
  const std::uint64_t fingerprint = request_fingerprint(request, snapshot_.manifest);
  const bool goes_on = request.cursor && request.cursor->generation > 0;
  if (goes_on) {
    if (auto checked = check(*request.cursor, fingerprint); !checked) return checked.error();
  }
  auto answer = answer_from_block(request, deadline);
  // A block may end before a page is full; the first is large enough.
  while (answer && goes_on && answer->cursor && !has_budget(request) &&
         answer->passages.size() < request.limit) {
    Request rest = request;
    rest.limit = request.limit - answer->passages.size();
    rest.facets = false;
    rest.cursor = answer->cursor;
    rest.cursor->generation = generation();
    auto more = answer_from_block(rest, deadline);
    if (!more) return more.error();
    std::move(more->passages.begin(), more->passages.end(), std::back_inserter(answer->passages));
    answer->cursor = std::move(more->cursor);
  }
  if (!answer) return answer;
  if (answer->cursor) {
    answer->cursor->generation = generation();
    answer->cursor->request = fingerprint;
    answer->cursor->today = request.today;
  }
  answer->took_ms = std::chrono::duration<double, std::milli>(clock_() - start).count();
  return answer;
}

Result<Answer> Searcher::answer_from_block(const Request& request, const Deadline& deadline) {
  const QueryContext context{request.strict, request.today};
  Result<Query> query = parse_query(request.query, context);
  if (!query) return query.error();
  std::vector<Interpretation> interpreted;
  if (request.today.precision() == DatePrecision::kDay) {
    interpreted = interpret(request.query, *query, request.today, breaker_);
  }
  const Result<Scope> scope =
      scope_of(request.interpret ? with_interpretation(request, interpreted) : request);
  if (!scope) return scope.error();
  const bool words_applied = scope->request.query != request.query;
  if (words_applied) query = parse_query(scope->request.query, context);
  if (!query) return query.error();
  auto answer = answer_to(*query, scope->request, *scope, deadline);
  if (!answer) return answer.error();
  if (const auto words = relaxed(*query); words && answer->total_articles == 0) {
    answer = answer_to(*words, scope->request, *scope, deadline);
    if (!answer) return answer.error();
    answer->relaxed = true;
  }
  if (auto better = correction(*query, *scope)) {
    if (answer->total_articles == 0) {
      auto again = answer_to(*parse_query(*better), scope->request, *scope, deadline);
      if (!again) return again.error();
      if (again->total_articles > 0) answer = std::move(again);
      answer->corrected = answer->total_articles > 0;
    }
    answer->did_you_mean = *std::move(better);
  }
  answer->query = request.query;
  answer->interpretation_applied = request.interpret && !interpreted.empty();
  answer->interpreted = std::move(interpreted);
  return answer;
}

Result<Searcher::Scope> Searcher::scope_of(const Request& request) const {
  Scope scope{request, {}, {}};
  if (request.filters.as_of) scope.published = published_by(snapshot_, *request.filters.as_of);
  if (!request.like.empty()) {
    const auto liked =
        find_liked(snapshot_, request.like, scope.published ? &*scope.published : nullptr);
    if (!liked) return liked.error();
    scope.liked = *liked;
    scope.request.expand = Expand::kOff;
    if (!request.min_match) scope.request.min_match = MinMatch{kLikeShare, true};
  }
  if (request.before_it && scope.liked) {
    auto filters = before_article(snapshot_, *scope.liked, request.filters);
    if (!filters) return filters.error();
    scope.request.filters = *std::move(filters);
  }
  return scope;
}

std::optional<std::string> Searcher::correction(const Query& query, const Scope& scope) {
  const Published* const published = scope.published ? &*scope.published : nullptr;
  const std::vector<std::string>& languages = published ? published->languages : languages_;
  try {
    return dateline::corrected(scope.request.query, query, {snapshot_, published}, languages,
                               analyzer_);
  } catch (const Xapian::Error&) {
    return std::nullopt;  // the answer itself says what is wrong with the index
  }
}

const SynonymTerms* Searcher::synonyms_in(std::span<const std::string> languages) {
  if (synonyms_ == nullptr) return nullptr;
  const bool same = synonym_terms_ && std::equal(languages.begin(), languages.end(),
                                                 synonym_terms_->languages().begin(),
                                                 synonym_terms_->languages().end());
  if (!same) synonym_terms_.emplace(*synonyms_, languages, analyzer_);
  return &*synonym_terms_;
}

QueryTerms Searcher::terms_within(const Query& query, const Scope& scope,
                                  std::span<const std::string> languages) {
  const Published* const published = scope.published ? &*scope.published : nullptr;
  const KnownTerms known{snapshot_, published};
  QueryTerms terms = terms_of(query, languages, analyzer_, &known, synonyms_in(languages));
  if (!scope.liked) return terms;
  const FieldStatistics statistics = all_statistics(snapshot_, published);
  return with_words_of(*scope.liked, terms, {snapshot_, languages, statistics, published},
                       analyzer_);
}

Result<Answer> Searcher::answer_to(const Query& query, const Request& request, const Scope& scope,
                                   const Deadline& deadline) {
  Answer answer = begun_answer(query, request);
  const Folding folding(snapshot_, request.fold);
  std::vector<FilterSets> filters = filters_of(snapshot_, request.filters);
  if (scope.liked) leave_out(snapshot_, *scope.liked, filters);
  if (deadline.passed()) return deadline.error();
  const PageCursor page = request.cursor.value_or(PageCursor{});
  const bool counts = request.count || request.facets || page.generation > 0;
  const std::size_t groups = groups_in_block(request);
  const Published* const published = scope.published ? &*scope.published : nullptr;
  const std::vector<std::string>& languages = published ? published->languages : languages_;
  QueryTerms terms;
  QueryPostings postings;
  Matches matches;
  ArticleBlock block;
  try {
    terms = terms_within(query, scope, languages);
    answer.min_match = needed_words(terms, request.min_match);
    postings = read_all_postings(snapshot_, terms, languages, analyzer_, deadline, published);
    answer.synonyms = terms.synonyms;
    if (terms.condition) {
      require_condition(snapshot_, terms, postings, languages, analyzer_, deadline, filters);
    }
    if (request.min_match) require_words(snapshot_, terms, postings, answer.min_match, filters);
    if (deadline.passed()) return deadline.error();
    if (counts) matches = match(snapshot_, terms, postings, languages, analyzer_, deadline);
    if (deadline.passed()) return deadline.error();
    const CandidateSearch search{snapshot_, terms,           languages, postings,
                                 filters,   request.recency, published};
    block = choose_block({search, counts ? &matches : nullptr, folding, request.sort,
                          expands(query, request), groups},
                         page.block, deadline, analyzer_);
  } catch (const Xapian::Error& error) {
    return Error{ErrorKind::kCorrupt,
                 "the index cannot be read (" + reason_of(error) + "); see: dateline-index check"};
  }
  answer.expanded = block.more.has_value();
  answer.total_is_exact = counts || block.tier_is_last;
  answer.total_articles = counts ? count_articles(matches, filters) : block.tier.size();
  answer.total_groups = counts ? answer.total_articles - folding.count_folded(matches, filters)
                               : folding.count(block.tier);
  const ScoredBy scored{block.more ? block.more->terms : terms,
                        block.more ? block.more->postings : postings, terms.words.size()};
  auto passages = choose_passages({snapshot_, languages, terms, postings.inverse_frequency, request,
                                   deadline, folding, filters, scored, page},
                                  block.articles, analyzer_);
  if (!passages) return passages.error();
  answer.cursor = page_after(page, groups, block, *passages);
  answer.passages = std::move(passages->passages);
  answer.left_out = std::move(passages->left_out);
  if (request.facets) answer.facets = count_facets(snapshot_, matches, filters, folding, request);
  if (deadline.passed()) return deadline.error();
  return answer;
}

}  // namespace dateline
