#include "searcher/query_node.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace dateline {
namespace {

using Kind = QueryNode::Kind;

bool needs_parentheses(const QueryNode& node) {
  return node.kind == Kind::kRow || node.kind == Kind::kAnd || node.kind == Kind::kOr;
}

void append_number(std::string& out, double number) {
  std::array<char, 32> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
  out.append(digits.data(), end.ptr);
}

// In quotes of a kind that the value has none of, unless it can do without.
void append_value(std::string& out, const std::string& value) {
  const bool simple = std::all_of(value.begin(), value.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
           c == '-' || c == '_';
  });
  if (simple) {
    out += value;
    return;
  }
  constexpr std::array<std::array<std::string_view, 2>, 4> kPairs{
      {{"\"", "\""}, {"“", "”"}, {"«", "»"}, {"「", "」"}}};
  for (const auto& [open, close] : kPairs) {
    if (value.find(close) != std::string::npos || value.find(open) != std::string::npos) continue;
    out.append(open).append(value).append(close);
    return;
  }
  out += value;
}

std::string days_text(const Filters& filters) {
  if (filters.undated == Undated::kOnly) return "unknown";
  const std::string from = filters.from ? to_iso(*filters.from) : "";
  const std::string to = filters.to ? to_iso(*filters.to) : "";
  return from == to ? from : from + ".." + to;
}

void append_filter(std::string& out, const QueryNode& node) {
  const Filters& filters = node.filters;
  out += node.words.front() + ':';
  if (!filters.sources.empty()) return append_value(out, filters.sources.front());
  std::string values;
  for (const CountryCode country : filters.countries) values += country.str() + ',';
  for (const std::string& language : filters.languages) values += language + ',';
  if (values.empty()) {
    out += days_text(filters);
  } else {
    out += values.substr(0, values.size() - 1);
  }
}

void append(std::string& out, const QueryNode& node);

void append_word(std::string& out, const QueryNode& node) {
  if (node.in_title) out += "title:";
  out += node.words.front();
  if (node.form == WordForm::kPrefix) out += '*';
  if (node.form == WordForm::kFuzzy) {
    out += '~';
    if (node.distance > 0) out += std::to_string(node.distance);
  }
}

void append_phrase(std::string& out, const QueryNode& node) {
  if (node.in_title) out += "title:";
  out += quoted(node.words);
  if (node.distance > 0) out += '~' + std::to_string(node.distance);
}

// As a part of something: in parentheses where it would fall apart otherwise.
void append_part(std::string& out, const QueryNode& node, bool in_parentheses) {
  const bool is_leaf =
      node.kind == Kind::kWord || node.kind == Kind::kPhrase || node.kind == Kind::kFilter;
  if (in_parentheses || (node.boost != 1 && !is_leaf)) {
    out += '(';
    append(out, node);
    out += ')';
  } else {
    append(out, node);
  }
  if (node.boost != 1) {
    out += '^';
    append_number(out, node.boost);
  }
}

// "+5%" and "(-5%)" are words; "+(5%)" is not.
bool is_number(const QueryNode& node) {
  return node.kind == Kind::kWord && !node.in_title && node.words.front().front() >= '0' &&
         node.words.front().front() <= '9';
}

void append_row(std::string& out, const QueryNode& node) {
  for (const QueryNode& child : node.children) {
    if (&child != &node.children.front()) out += ' ';
    const bool must_anyway = child.kind == Kind::kPhrase || child.kind == Kind::kFilter ||
                             child.kind == Kind::kNear || child.in_title;
    if (child.demand == Demand::kMustNot) out += '-';
    if (child.demand == Demand::kMust && !must_anyway) out += '+';
    const bool is_signed = out.ends_with('-') || out.ends_with('+');
    append_part(
        out, child,
        needs_parentheses(child) || (is_signed && (child.kind == Kind::kNear || is_number(child))));
  }
}

void append_joined(std::string& out, const QueryNode& node, std::string_view connective) {
  for (const QueryNode& child : node.children) {
    if (&child != &node.children.front()) out += connective;
    append_part(out, child, child.kind == Kind::kAnd || child.kind == Kind::kOr);
  }
}

std::string near_text(const QueryNode& node) {
  if (node.unit == NearUnit::kSentence) return " NEAR/s ";
  if (node.unit == NearUnit::kParagraph) return " NEAR/p ";
  return " NEAR/" + std::to_string(node.distance) + ' ';
}

void append(std::string& out, const QueryNode& node) {
  switch (node.kind) {
    case Kind::kWord:
      return append_word(out, node);
    case Kind::kPhrase:
      return append_phrase(out, node);
    case Kind::kFilter:
      return append_filter(out, node);
    case Kind::kRow:
      return append_row(out, node);
    case Kind::kAnd:
      return append_joined(out, node, " AND ");
    case Kind::kOr:
      return append_joined(out, node, " OR ");
    case Kind::kNear:
      break;
  }
  for (const QueryNode& child : node.children) {
    if (&child != &node.children.front()) out += near_text(node);
    append_part(out, child, needs_parentheses(child) || child.kind == Kind::kNear);
  }
}

}  // namespace

bool QueryNode::operator==(const QueryNode& other) const {
  return kind == other.kind && demand == other.demand && form == other.form && unit == other.unit &&
         in_title == other.in_title && distance == other.distance && boost == other.boost &&
         words == other.words && filters == other.filters && children == other.children;
}

std::string to_string(const QueryNode& node) {
  std::string out;
  const bool is_group = node.kind == Kind::kRow && node.children.size() == 1 &&
                        node.children.front().demand != Demand::kMustNot;
  if (is_group) {
    append_part(out, node.children.front(), false);
  } else {
    append(out, node);
  }
  return out;
}

std::string quoted(const std::vector<std::string>& words) {
  std::string out = "\"";
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += ' ';
    out += words[i];
  }
  return out += '"';
}

}  // namespace dateline
