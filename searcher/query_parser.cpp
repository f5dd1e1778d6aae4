// Most queries have no operators, and those stay what they are: words, phrases and exclusions. Only
// where there are some does a text become a tree. What of that is plain again leaves it, so that
// "country:cuba doctors" is ranked as "doctors" is, with a condition.
#include "searcher/query_parser.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "common/text/display_width.h"
#include "common/text/utf8.h"
#include "searcher/query_lexer.h"
#include "searcher/query_text.h"
#include "searcher/query_tree_parser.h"
#include "searcher/request.h"

namespace dateline {
namespace {

using Kind = QueryNode::Kind;

bool joins(std::string_view name) { return name == "AND" || name == "OR" || name == "NOT"; }

bool is_near(std::string_view name) {
  return name.starts_with("NEAR") &&
         name.find_first_not_of("/0123456789spSP", 4) == std::string_view::npos;
}

// Where nothing else is an operator it is none either, wherever it comes to stand. NEAR is one
// between words only, the others also where marks of operators touch them.
void make_no_operator(std::string& word) {
  constexpr std::string_view kMarks = "()+-!*~^:&|";
  const bool is_one_name = is_near(word);
  for (std::size_t begin = 0; begin < word.size();) {
    const std::size_t end = std::min(word.find_first_of(kMarks, begin), word.size());
    if (is_one_name || joins(std::string_view(word).substr(begin, end - begin))) {
      for (std::size_t at = begin; at < end; ++at) word[at] = static_cast<char>(word[at] | 0x20);
    }
    begin = end + 1;
  }
}

Query plain_query(std::vector<QueryToken> tokens) {
  Query query;
  for (QueryToken& token : tokens) {
    auto& parts = token.sign                                ? query.excluded
                  : token.kind == QueryToken::Kind::kPhrase ? query.phrases
                                                            : query.words;
    if (token.kind == QueryToken::Kind::kWord && !token.sign) make_no_operator(token.words[0]);
    parts.push_back({std::move(token.words), token.range});
  }
  return query;
}

bool is_plain(const QueryNode& node) {
  const bool as_typed =
      node.form == WordForm::kExact && node.distance == 0 && node.boost == 1 && !node.in_title;
  if (node.kind == Kind::kWord) return as_typed && node.demand != Demand::kMust;
  return node.kind == Kind::kPhrase && as_typed && node.demand != Demand::kMay;
}

bool only_restricts(const QueryNode& node) {
  return node.demand == Demand::kMustNot || node.kind == Kind::kFilter;
}

// The plain parts of a row as such, if the others only restrict what they find.
Query query_of(QueryNode root) {
  Query query;
  if (root.kind == Kind::kPhrase || root.kind == Kind::kFilter) root.demand = Demand::kMust;
  std::vector<QueryNode> parts;
  if (root.kind == Kind::kRow) {
    parts = std::move(root.children);
    root.children.clear();
  } else {
    parts.push_back(std::move(root));
    root = QueryNode{};
  }
  const bool splits = std::all_of(parts.begin(), parts.end(), [](const QueryNode& part) {
    return is_plain(part) || only_restricts(part);
  });
  for (QueryNode& part : parts) {
    if (!splits || !is_plain(part)) {
      root.children.push_back(std::move(part));
      continue;
    }
    auto& plain = part.demand == Demand::kMustNot ? query.excluded
                  : part.kind == Kind::kPhrase    ? query.phrases
                                                  : query.words;
    if (part.kind == Kind::kWord && part.demand == Demand::kMay) make_no_operator(part.words[0]);
    plain.push_back({std::move(part.words), part.range});
  }
  if (!root.children.empty()) query.condition = std::move(root);
  return query;
}

// The text up to a byte, on its own line, and a caret under that byte. `shown` stands for it.
std::string point_at_byte(std::string_view text, std::size_t offset, std::string_view shown) {
  constexpr std::size_t kShown = 40;
  std::string before;
  for (std::size_t at = 0; at < offset;) {
    const CodePoint code_point = code_point_at(text, at);
    if (offset - at <= kShown) {
      before += is_query_space(code_point.value) ? " " : text.substr(at, code_point.size);
    }
    at += code_point.size;
  }
  const auto indent = static_cast<std::size_t>(display_width(before));
  return "  " + before + std::string(shown) + "\n  " + std::string(indent, ' ') + '^';
}

Error refusal(std::string_view text, const QueryComplaint& complaint) {
  constexpr std::size_t kShown = 40;
  std::string rest;
  for (std::size_t at = complaint.offset; at < text.size() && rest.size() < kShown;) {
    const CodePoint code_point = code_point_at(text, at);
    rest += is_query_space(code_point.value) ? " " : text.substr(at, code_point.size);
    at += code_point.size;
  }
  return {ErrorKind::kRequest,
          "the query, byte " + std::to_string(complaint.offset) + ": " + complaint.message,
          point_at_byte(text, complaint.offset, rest)};
}

Result<void> within_limits(std::string_view text) {
  if (text.size() > kMaxQueryBytes) {
    return Error{ErrorKind::kRequest, "the query is " + std::to_string(text.size()) +
                                          " bytes long; shorten it to at most " +
                                          std::to_string(kMaxQueryBytes)};
  }
  if (const auto invalid = find_invalid_utf8(text)) {
    return Error{ErrorKind::kRequest,
                 "the query is not UTF-8 at byte " + std::to_string(*invalid) +
                     "; send UTF-8, on a terminal by a locale such as C.UTF-8",
                 point_at_byte(text, *invalid, "\uFFFD")};
  }
  return {};
}

Result<void> few_enough(const QueryTokens& tokens) {
  const auto parts = std::count_if(tokens.tokens.begin(), tokens.tokens.end(),
                                   [](const QueryToken& token) { return !token.words.empty(); });
  if (static_cast<std::size_t>(parts) <= kMaxQueryParts) return {};
  return Error{ErrorKind::kRequest, "the query has more than " + std::to_string(kMaxQueryParts) +
                                        " words and phrases; leave some out"};
}

}  // namespace

Result<Query> parse_query(std::string_view text, const QueryContext& context) {
  if (auto within = within_limits(text); !within) return within.error();
  if (context.strict || may_have_operators(text)) {
    QueryTokens tokens = read_tokens(text, true);
    if (auto few = few_enough(tokens); !few) return few.error();
    QueryTree tree = parse_tree(text, std::move(tokens), context);
    if (context.strict && tree.complaint) return refusal(text, *tree.complaint);
    if (tree.has_operators) return tree.root ? query_of(*std::move(tree.root)) : Query{};
  }
  QueryTokens tokens = read_tokens(text, false);
  if (auto few = few_enough(tokens); !few) return few.error();
  return plain_query(std::move(tokens.tokens));
}

}  // namespace dateline
