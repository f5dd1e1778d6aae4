// Tokens -> the tree of a query.
#pragma once

#include <optional>
#include <string_view>

#include "searcher/query_lexer.h"
#include "searcher/query_node.h"
#include "searcher/query_parser.h"

namespace dateline {

struct QueryTree {
  bool has_operators = false;               // else it is a plain query, and this is no tree
  std::optional<QueryNode> root;            // nothing if there are only operators
  std::optional<QueryComplaint> complaint;  // the first
};

// Any tokens have a reading: parentheses without partner mean nothing, or reach to the end after a
// sign or field, and operators without anything beside them are words. `text` is what the tokens
// were read from. Linear in its length but for names of countries; no deeper than kMaxNesting.
QueryTree parse_tree(std::string_view text, QueryTokens tokens, const QueryContext& context);

}  // namespace dateline
