// The text of a query as tokens. The essay above query_lexer.cpp tells how they are told apart.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "searcher/query_token.h"

namespace dateline {

struct QueryTokens {
  std::vector<QueryToken> tokens;
  std::optional<QueryComplaint> complaint;  // the first
};

// Whether text may hold operators; false is certain.
bool may_have_operators(std::string_view text);

// Without `operators`, only words, phrases and exclusions. Linear in the length.
// REQUIRES: text is well-formed UTF-8.
QueryTokens read_tokens(std::string_view text, bool operators);

}  // namespace dateline
