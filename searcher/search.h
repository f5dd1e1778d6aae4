// The whole of searching: an index and a request in, an answer out.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/index/manifest_stamp.h"
#include "common/index/snapshot.h"
#include "common/result.h"
#include "common/text/analyzer.h"
#include "common/text/word_breaker.h"
#include "searcher/answer.h"
#include "searcher/deadline.h"
#include "searcher/like.h"
#include "searcher/published.h"
#include "searcher/query.h"
#include "searcher/request.h"
#include "searcher/synonym_terms.h"
#include "searcher/synonyms.h"
#include "searcher/verify/verification.h"

namespace dateline {

// Answers from the generation that was newest when it was opened or last renewed. Not thread-safe;
// each thread opens its own.
class Searcher {
 public:
  // Fails with kMissing, kVersion or kCorrupt, as open_snapshot() does.
  static Result<Searcher> open(const std::filesystem::path& index,
                               SearchClock clock = std::chrono::steady_clock::now);
  // Of one whose words stand for their synonyms, too (QUERY.md); nullptr: for themselves.
  static Result<Searcher> open(const std::filesystem::path& index,
                               std::shared_ptr<const Synonyms> synonyms);

  // Goes over to the newest generation if another one was published meanwhile; costs a call of the
  // system if not. Fails as open() does, and then stays with the generation it has.
  Result<void> renew();

  // Fails with kRequest if the query cannot be read (see parse_query()), kTimeout if the time that
  // the request allows is over, kCorrupt if the index is damaged. Passages are in descending order
  // of score; then newest first; then by article id, then by place. Of articles without a year none
  // counts as newest. Sorted by date, they are in the order of first_by_date(), those of an article
  // by descending score. With a cursor the answer goes on where another one ended, in the
  // generation of that; fails with kRequest if it is of another request or index, or that
  // generation is not kept any more (indexer/kept_generations.h).
  Result<Answer> search(const Request& request);

  // Whether articles have the quote `request.query`; see verify_quote().
  Result<Verification> verify(const Request& request);

  // The stored article. Fails with kMissing if the index has no such id.
  Result<Article> article(std::string_view id) const;

  // Of the generation that answers.
  std::uint64_t generation() const { return snapshot_.manifest.generation; }
  std::size_t live_articles() const { return snapshot_.live_articles(); }

 private:
  Searcher(std::filesystem::path index, SearchClock clock);
  void show(Snapshot snapshot);

  Result<void> open_pinned(std::uint64_t generation);
  Result<void> check(const PageCursor& cursor, std::uint64_t fingerprint) const;
  Result<Answer> page(const Request& request);
  Result<Answer> answer_from_block(const Request& request, const Deadline& deadline);

  // A request with what it refers to: another article, a day in the past.
  struct Scope {
    Request request;
    std::optional<LikedArticle> liked;
    std::optional<Published> published;
  };
  Result<Scope> scope_of(const Request& request) const;
  std::optional<std::string> correction(const Query& query, const Scope& scope);
  // Throws what Xapian throws when a database is damaged.
  const SynonymTerms* synonyms_in(std::span<const std::string> languages);
  QueryTerms terms_within(const Query& query, const Scope& scope,
                          std::span<const std::string> languages);
  Result<Answer> answer_to(const Query& query, const Request& request, const Scope& scope,
                           const Deadline& deadline);

  std::filesystem::path index_;
  std::optional<ManifestStamp> stamp_;  // of the generation below, or of one before it
  Snapshot snapshot_;
  std::vector<std::string> languages_;  // of all segments; the terms of query words go by it
  SearchClock clock_;
  std::shared_ptr<const Synonyms> synonyms_;   // may be null
  std::optional<SynonymTerms> synonym_terms_;  // those, in the languages last searched
  Analyzer analyzer_;
  WordBreaker breaker_;
  std::unique_ptr<Searcher> pinned_;  // of an earlier generation that a cursor was of; may be null
};

}  // namespace dateline
