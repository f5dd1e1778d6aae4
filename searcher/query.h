// A query as understood: words to rank by, phrases that must occur, and what must not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/byte_range.h"
#include "searcher/query_node.h"

namespace dateline {

// One word, or the words of a phrase in their order, as typed.
struct QueryPart {
  std::vector<std::string> words;  // one for a plain word; at least one
  ByteRange range;                 // where it stands in the query text, quotes and '-' included

  // Parts that say the same are equal wherever they stand.
  bool operator==(const QueryPart& other) const { return words == other.words; }
};

// An article matches if it has every phrase, at least one of the words (when there are no phrases),
// and nothing of `excluded`. Words beside phrases only add to the score. It also has to meet the
// condition, if there is one; words of that add to the score.
struct Query {
  std::vector<QueryPart> words;
  std::vector<QueryPart> phrases;
  std::vector<QueryPart> excluded;  // words and phrases after a '-'
  // A row. Either it has all of the query, or only filters and exclusions beside the above.
  std::optional<QueryNode> condition{};

  bool empty() const { return words.empty() && phrases.empty() && excluded.empty() && !condition; }
  bool operator==(const Query&) const = default;
};

// The query with the words of its phrases as plain words, in the order typed: what is left to look
// for when a sentence quotes what no article says. Nothing for a query without words beside its
// phrases: who types only a phrase wants that phrase.
std::optional<Query> relaxed(const Query& query);

// Canonical text form, which parses to the same query: `cuban doctors "liberated territories"
// -war`.
std::string to_string(const Query& query);

}  // namespace dateline
