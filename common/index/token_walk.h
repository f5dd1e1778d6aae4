// Reads a segment's Xapian database once, article by article, as everything that is derived from it
// wants it: decoded and analysed, with the terms numbered.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include <xapian.h>

#include "common/index/columns_writer.h"
#include "common/index/stored_article.h"
#include "common/index/terms.h"
#include "common/result.h"
#include "common/text/analyzer.h"

namespace dateline {

// All references hold during the visit only.
struct WalkedArticle {
  std::uint32_t docid = 0;
  const IndexedArticle& indexed;
  // The words in their order, `term` being the provisional number of TermsBuilder. Ranges are bytes
  // of article.title and of article.text (words of the body start at article.body_start or later).
  std::span<const NumberedToken> title;
  std::span<const NumberedToken> body;
};

// Adds every article to both builders, then visits it; in ascending order of docid. Stops at the
// first visit that fails and returns its error. Fails with kCorrupt if the database is damaged.
Result<void> walk_tokens(const Xapian::Database& database, ColumnsBuilder& columns,
                         TermsBuilder& terms,
                         const std::function<Result<void>(const WalkedArticle&)>& visit);

}  // namespace dateline
