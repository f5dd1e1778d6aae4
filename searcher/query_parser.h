// What the user typed -> Query. QUERY.md describes the language; its table is this parser's test.
#pragma once

#include <string_view>

#include "common/date.h"
#include "common/result.h"
#include "searcher/query.h"

namespace dateline {

struct QueryContext {
  bool strict = false;  // whether what is not understood is an error
  Date today{};         // that relative dates count from; with day precision, or unknown
};

// Any well-formed UTF-8 has a reading, unless `strict`; blank text is the empty query. Words keep
// their typed form, punctuation around them included: splitting and stemming them is the analyser's
// business. Fails (kRequest) if the text is not UTF-8, is longer than kMaxQueryBytes or has more
// than kMaxQueryParts parts; strict also on the first thing that is not understood, with a caret
// under it.
Result<Query> parse_query(std::string_view text, const QueryContext& context = {});

}  // namespace dateline
