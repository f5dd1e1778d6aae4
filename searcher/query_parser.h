// What the user typed -> Query. QUERY.md describes the language; its table is this parser's test.
#pragma once

#include <string_view>

#include "common/result.h"
#include "searcher/query.h"

namespace dateline {

// Any well-formed UTF-8 has a reading; blank text is the empty query. Words keep their typed form,
// punctuation around them included: splitting and stemming them is the analyser's business.
// Linear in the length. Fails (kRequest) if the text is not UTF-8, is longer than kMaxQueryBytes or
// has more than kMaxQueryParts parts.
Result<Query> parse_query(std::string_view text);

}  // namespace dateline
