// A record as delivered -> the article that will be indexed, and its words: cleaning, language,
// date and countries in one pass. `inspect` shows exactly what this returns.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/index/stored_article.h"
#include "common/result.h"
#include "common/text/analyzer.h"
#include "indexer/record.h"

namespace dateline {

struct BuiltArticle {
  IndexedArticle indexed;
  std::vector<Token> title;  // ranges in the title
  std::vector<Token> body;   // ranges in the text, from body_start on
};

// Not thread-safe, because the analyser is not; every thread has its own.
class ArticleBuilder {
 public:
  // Depends on the record alone. Fails with kInput if no words are left after cleaning.
  Result<BuiltArticle> build(const Record& record);

 private:
  Analyzer analyzer_;
};

// A hash of all that build() depends on: equal hashes mean that the article need not be built
// again.
std::uint64_t content_hash(const Record& record);

}  // namespace dateline
