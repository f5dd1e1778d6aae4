// What an article has to meet, in terms of the index: a QueryNode whose words are numbers.
#pragma once

#include <cstddef>
#include <vector>

#include "searcher/query_node.h"

namespace dateline {

struct Condition {
  QueryNode::Kind kind = QueryNode::Kind::kRow;
  Demand demand = Demand::kMay;
  NearUnit unit = NearUnit::kWords;
  bool in_title = false;
  unsigned distance = 0;
  std::vector<std::size_t> words{};  // into QueryTerms::words; of kWord, any of them
  Filters filters{};
  std::vector<Condition> children{};  // those of a row may be none: every article meets it
};

}  // namespace dateline
