// The stored articles of one database, by docid.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <xapian.h>

#include "common/index/article_compression.h"
#include "common/index/stored_article.h"
#include "common/result.h"

namespace dateline {

// Not thread-safe. Reads the dictionary with the first article.
class ArticleStore {
 public:
  explicit ArticleStore(Xapian::Database database) : database_(std::move(database)) {}

  // As encode_article() wrote it. Fails with kCorrupt; throws what Xapian throws.
  // REQUIRES: the database has the docid.
  Result<std::string> record(std::uint32_t docid) const;

  // The same, decoded.
  Result<IndexedArticle> article(std::uint32_t docid) const;

 private:
  Xapian::Database database_;
  mutable std::optional<ArticleDecompressor> decompressor_;
};

}  // namespace dateline
