// "Did you mean": words of the index for words that no article has.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "common/text/analyzer.h"
#include "searcher/query.h"
#include "searcher/query_terms.h"

namespace dateline {

constexpr std::size_t kMostCorrected = 8;  // words of one query that are looked for

// The query's text with each plain word that no article has replaced by the nearest that some have:
// of those with the fewest edits (see word_forms()) the one in most articles, in the form nearest
// to what was typed. A word of fewer than four letters, one with a digit, and what has no near word
// stay as they are. Nothing if nothing changes, so never for words that are in the index. `text` is
// what the query was parsed from. Throws what Xapian throws when a database is damaged.
std::optional<std::string> corrected(std::string_view text, const Query& query,
                                     const KnownTerms& known,
                                     std::span<const std::string> languages, Analyzer& analyzer);

}  // namespace dateline
