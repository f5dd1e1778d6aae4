// Writes the `impacts` file of a segment by turning its articles' words around: from the terms of
// each article to the articles of each term.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

#include "common/index/article_terms.h"
#include "common/index/bm25f.h"
#include "common/index/columns.h"
#include "common/index/terms.h"
#include "common/result.h"

namespace dateline {

// Postings in memory at once, 12 bytes each. More than that takes more than one replay.
constexpr std::size_t kInvertedAtOnce = std::size_t{1} << 24;

// The averages of a segment, which bounds are computed with.
FieldStatistics field_statistics(const Columns& columns);

// `terms` and `columns` are those of the same articles. Fails with kSystem and as `replay` does.
Result<void> write_impacts(const std::filesystem::path& path, std::string_view uuid,
                           const Terms& terms, const Columns& columns, const ArticleReplay& replay,
                           std::size_t most_postings = kInvertedAtOnce);

}  // namespace dateline
