// From a decision for each value to the set of articles that have it.
#pragma once

#include <cstdint>
#include <span>

#include "common/index/number_column.h"
#include "searcher/article_set.h"

namespace dateline {

// The docids whose number passes: passes[number] is 1, else 0; numbers beyond `passes` do not pass.
// Docids that no article has are among them. REQUIRES: the column has a row for every docid of the
// set, last_docid + 1 in all, unless the file is damaged.
ArticleSet articles_where(const NumberColumn& numbers, std::span<const std::uint8_t> passes,
                          std::uint32_t last_docid);

}  // namespace dateline
