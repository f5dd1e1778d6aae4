// The tokens are put in order (query_arranger.h) and read by descent, the tightest last:
//
//   either  =  both (OR both)*
//   both    =  row (AND row)*
//   row     =  unit unit ...            any of them; phrases, fields and NEAR must hold
//   unit    =  (NOT | ! | + | -)* near
//   near    =  leaf (NEAR/n leaf)*
//   leaf    =  word | "phrase" | field:value | (either)
//
// The tree has one form for what means the same: (a) is a, (a b) c is a b c, (a OR b) OR c is
// a OR b OR c.
#include "searcher/query_tree_parser.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "searcher/query_arranger.h"
#include "searcher/query_operators.h"

namespace dateline {
namespace {

using Kind = QueryToken::Kind;

using MaybeNode = std::optional<QueryNode>;

// A filter has no score to boost.
void boost_by(QueryNode& node, double boost) {
  if (node.kind != QueryNode::Kind::kFilter) node.boost = std::min(node.boost * boost, kMaxBoost);
}

// (a) is a: what is alone in a group stands for the group.
QueryNode alone(QueryNode group) {
  if (group.children.size() != 1 || group.children.front().demand == Demand::kMustNot) return group;
  QueryNode child = std::move(group.children.front());
  child.demand = Demand::kMay;
  boost_by(child, group.boost);
  return child;
}

bool can_be_near(const QueryNode& node) {
  if (node.kind == QueryNode::Kind::kWord || node.kind == QueryNode::Kind::kPhrase) return true;
  const bool any_of =
      node.kind == QueryNode::Kind::kOr ||
      (node.kind == QueryNode::Kind::kRow &&
       std::all_of(node.children.begin(), node.children.end(),
                   [](const QueryNode& child) { return child.demand == Demand::kMay; }));
  return any_of && std::all_of(node.children.begin(), node.children.end(), can_be_near);
}

// (a OR b) OR c is a OR b OR c.
void add_operand(QueryNode& node, QueryNode operand) {
  operand.demand = Demand::kMay;
  if (operand.kind == node.kind && operand.boost == 1) {
    std::move(operand.children.begin(), operand.children.end(), std::back_inserter(node.children));
  } else {
    node.children.push_back(std::move(operand));
  }
}

// The grammar. A part that came to nothing is no node.
class Descent {
 public:
  explicit Descent(std::vector<ArrangedToken> items) : items_(std::move(items)) {}

  MaybeNode either() { return joined(Kind::kOr, QueryNode::Kind::kOr, &Descent::both); }

  const std::optional<QueryComplaint>& complaint() const { return complaint_; }

 private:
  bool at(Kind kind) const { return at_ < items_.size() && items_[at_].token.kind == kind; }

  void complain(std::size_t offset, std::string message) {
    if (!complaint_) complaint_ = QueryComplaint{offset, std::move(message)};
  }

  MaybeNode both() { return joined(Kind::kAnd, QueryNode::Kind::kAnd, &Descent::row); }

  MaybeNode joined(Kind connective, QueryNode::Kind kind, MaybeNode (Descent::*part)()) {
    QueryNode node;
    node.kind = kind;
    for (;;) {
      if (MaybeNode next = (this->*part)()) add_operand(node, *std::move(next));
      if (!at(connective)) break;
      ++at_;
    }
    if (node.children.empty()) return std::nullopt;
    return alone(std::move(node));
  }

  MaybeNode row() {
    QueryNode node;
    while (at_ < items_.size() && !at(Kind::kClose) && !at(Kind::kAnd) && !at(Kind::kOr)) {
      MaybeNode next = unit();
      if (!next) continue;
      const bool only_groups =
          next->kind == QueryNode::Kind::kRow && next->demand == Demand::kMay && next->boost == 1;
      if (only_groups) {
        std::move(next->children.begin(), next->children.end(), std::back_inserter(node.children));
      } else {
        node.children.push_back(*std::move(next));
      }
    }
    if (node.children.empty()) return std::nullopt;
    return alone(std::move(node));
  }

  // A part of a row with what it demands.
  MaybeNode unit() {
    bool negated = false;
    while (at(Kind::kNot)) {
      negated = !negated;
      ++at_;
    }
    std::optional<Demand> sign;
    if (at_ < items_.size()) sign = items_[at_].token.sign;
    MaybeNode node = near();
    if (!node) return node;
    negated = negated != (sign == Demand::kMustNot);
    const bool must =
        sign == Demand::kMust || node->in_title || node->kind == QueryNode::Kind::kPhrase ||
        node->kind == QueryNode::Kind::kFilter || node->kind == QueryNode::Kind::kNear;
    node->demand = negated ? Demand::kMustNot : must ? Demand::kMust : Demand::kMay;
    return node;
  }

  MaybeNode near() {
    MaybeNode first = leaf();
    while (at(Kind::kNear)) {
      const QueryToken connective = items_[at_++].token;
      MaybeNode next = leaf();
      if (!first || !next) {
        if (!first) first = std::move(next);
        continue;
      }
      first = nearby(*std::move(first), *std::move(next), connective);
    }
    return first;
  }

  // a NEAR/3 b NEAR/3 c is one node.
  QueryNode nearby(QueryNode left, QueryNode right, const QueryToken& connective) {
    if (!can_be_near(right) || !(can_be_near(left) || left.kind == QueryNode::Kind::kNear)) {
      complain(connective.range.start,
               "NEAR stands between words, phrases, and groups of them joined by OR");
      return both_of(std::move(left), std::move(right));
    }
    const bool continues = left.kind == QueryNode::Kind::kNear && left.unit == connective.unit &&
                           left.distance == connective.distance;
    if (continues) {
      right.demand = Demand::kMay;
      left.children.push_back(std::move(right));
      return left;
    }
    if (left.kind == QueryNode::Kind::kNear) {
      complain(connective.range.start, "NEAR in a row has to have the same distance everywhere");
      return both_of(std::move(left), std::move(right));
    }
    QueryNode node;
    node.kind = QueryNode::Kind::kNear;
    node.unit = connective.unit;
    node.distance = connective.distance;
    left.demand = right.demand = Demand::kMay;
    node.children.push_back(std::move(left));
    node.children.push_back(std::move(right));
    return node;
  }

  static QueryNode both_of(QueryNode left, QueryNode right) {
    QueryNode node;
    node.kind = QueryNode::Kind::kAnd;
    add_operand(node, std::move(left));
    add_operand(node, std::move(right));
    return node;
  }

  MaybeNode leaf() {
    if (at_ == items_.size() || is_connective(items_[at_].token) || at(Kind::kClose)) {
      return std::nullopt;
    }
    ArrangedToken& item = items_[at_++];
    QueryToken& token = item.token;
    if (token.kind == Kind::kOpen) return group(token.range.start);
    QueryNode node;
    node.range = token.range;
    node.words = std::move(token.words);
    node.boost = token.boost;
    if (is_filter(token.field)) {
      node.kind = QueryNode::Kind::kFilter;
      node.words = {std::string(name_of(token.field))};
      node.filters = std::move(item.filters);
      node.boost = 1;
      return node;
    }
    node.kind = token.kind == Kind::kWord ? QueryNode::Kind::kWord : QueryNode::Kind::kPhrase;
    node.in_title = token.field == QueryField::kTitle;
    node.form = token.form;
    node.distance =
        node.kind == QueryNode::Kind::kPhrase && node.words.size() == 1 ? 0 : token.distance;
    return node;
  }

  MaybeNode group(std::size_t start) {
    MaybeNode inside = either();
    double boost = 1;
    if (at(Kind::kClose)) boost = items_[at_++].token.boost;
    if (!inside) {
      complain(start, "there is nothing in these parentheses");
      return inside;
    }
    boost_by(*inside, boost);
    return inside;
  }

  std::vector<ArrangedToken> items_;
  std::size_t at_ = 0;
  std::optional<QueryComplaint> complaint_;
};

}  // namespace

QueryTree parse_tree(std::string_view text, QueryTokens tokens, const QueryContext& context) {
  ArrangedTokens arranged = arrange(text, std::move(tokens), context);
  QueryTree tree{arranged.has_operators, std::nullopt, std::move(arranged.complaint)};
  if (!tree.has_operators && !context.strict) return tree;
  Descent descent(std::move(arranged.tokens));
  tree.root = descent.either();
  if (!tree.complaint) tree.complaint = descent.complaint();
  if (tree.root) tree.root->boost = 1;  // of everything alike
  return tree;
}

}  // namespace dateline
