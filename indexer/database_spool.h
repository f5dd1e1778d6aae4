// The articles of a database, analysed again: for segments whose derived files are made anew.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

#include <xapian.h>

#include "common/result.h"
#include "indexer/article_spool.h"
#include "indexer/article_words.h"

namespace dateline {

// Spools the articles whose docids `wanted` accepts, in their order. The spool's files are made
// inside `folder`, which exists; `analyzer` must outlive it. Fails with kSystem and kCorrupt.
Result<std::unique_ptr<ArticleSpool>> spool_of_database(
    const Xapian::Database& database, const std::function<bool(std::uint32_t)>& wanted,
    const std::filesystem::path& folder, ArticleAnalyzer& analyzer);

}  // namespace dateline
