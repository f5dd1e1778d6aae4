// A record as delivered -> the article that will be indexed, and its words: cleaning, language,
// date and countries in one pass. `inspect` shows exactly what this returns.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/stored_article.h"
#include "common/result.h"
#include "indexer/article_words.h"
#include "indexer/record.h"

namespace dateline {

struct BuiltArticle {
  IndexedArticle indexed;
  ArticleWords words;  // numbered by the builder's vocabulary
};

// Not thread-safe, because the analyser is not; every thread has its own.
class ArticleBuilder {
 public:
  // `published_before` bounds the dates found, see date_bound.h.
  explicit ArticleBuilder(const std::optional<Date>& published_before = {})
      : published_before_(published_before) {}

  // Depends on the record and the bound alone. Fails with kInput if no words are left after
  // cleaning.
  Result<BuiltArticle> build(const Record& record);

  const Vocabulary& vocabulary() const { return analyzer_.vocabulary(); }

 private:
  std::optional<Date> published_before_;
  ArticleAnalyzer analyzer_;
};

// A hash of all that build() depends on: equal hashes mean that the article need not be built
// again.
std::uint64_t content_hash(const Record& record, const std::optional<Date>& published_before = {});

}  // namespace dateline
