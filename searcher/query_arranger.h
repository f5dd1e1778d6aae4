// Tokens of a query put in order, so that the grammar of query_tree_parser.cpp has no exceptions.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "searcher/query_lexer.h"
#include "searcher/query_parser.h"
#include "searcher/request.h"

namespace dateline {

struct ArrangedToken {
  QueryToken token;
  Filters filters{};  // what the value of a field means
};

struct ArrangedTokens {
  std::vector<ArrangedToken> tokens;
  bool has_operators = false;
  std::optional<QueryComplaint> complaint;  // the first
};

// Parentheses have partners and nest at most kMaxNesting deep; AND, OR and NEAR have something on
// both sides; a field that means nothing is a part of its word. `text` is what the tokens were read
// from.
ArrangedTokens arrange(std::string_view text, QueryTokens tokens, const QueryContext& context);

bool is_connective(const QueryToken& token);
bool is_filter(QueryField field);

}  // namespace dateline
