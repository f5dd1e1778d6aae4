#include "searcher/condition_terms.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "searcher/synonym_terms.h"
#include "searcher/word_forms.h"

namespace dateline {
namespace {

using Kind = QueryNode::Kind;

// What stands for a word is worth less than the word.
constexpr double kExpandedWeight = 0.5;

class ConditionBuilder {
 public:
  ConditionBuilder(NumberedWords& words, const WordSource& source)
      : words_(words), source_(source) {}

  ConditionTerms build(const QueryNode& root) {
    auto condition = built(root, 1, true);
    if (condition) found_.condition = *std::move(condition);
    return std::move(found_);
  }

 private:
  // `scores` is false below an exclusion.
  std::optional<Condition> built(const QueryNode& node, double weight, bool scores) {
    weight *= node.boost;
    switch (node.kind) {
      case Kind::kWord:
        return word(node, weight, scores, synonyms_of({&node}, scores).front());
      case Kind::kPhrase:
        return phrase(node, weight, scores);
      case Kind::kRow:
        return row(node, weight, scores);
      default:
        break;
    }
    Condition condition = shape_of(node);
    condition.filters = node.filters;
    const bool was_literal = literal_;
    literal_ = literal_ || node.kind == Kind::kNear;
    for (const QueryNode& child : node.children) {
      if (auto part = built(child, weight, scores)) condition.children.push_back(*std::move(part));
    }
    literal_ = was_literal;
    if (node.kind == Kind::kFilter) return condition;
    return alone(std::move(condition));
  }

  static Condition shape_of(const QueryNode& node) {
    Condition condition;
    condition.kind = node.kind;
    condition.demand = node.demand;
    condition.unit = node.unit;
    condition.in_title = node.in_title;
    condition.distance = node.distance;
    return condition;
  }

  // Operators of which one part is left stand for that part.
  static std::optional<Condition> alone(Condition condition) {
    if (condition.children.empty()) return std::nullopt;
    if (condition.children.size() > 1) return condition;
    Condition part = std::move(condition.children.front());
    part.demand = condition.demand;
    return part;
  }

  static bool is_typed_word(const QueryNode& node) {
    return node.kind == Kind::kWord && node.form == WordForm::kExact;
  }

  // What words side by side stand for besides themselves. Those that the analyser breaks, and
  // those below an exclusion or NEAR, have no synonyms.
  std::vector<std::vector<WordSequence>> synonyms_of(const std::vector<const QueryNode*>& nodes,
                                                     bool scores) {
    std::vector<std::vector<WordSequence>> others(nodes.size());
    if (source_.synonyms == nullptr || literal_ || !scores) return others;
    std::vector<QueryWord> row;
    for (const QueryNode* node : nodes) {
      const auto words = words_of(node->words.front(), source_.languages, source_.analyzer);
      if (!is_typed_word(*node) || words.size() != 1) return others;
      row.push_back(words.front());
    }
    RowSynonyms found = source_.synonyms->of(row);
    for (AddedSynonyms& added : found.added) found_.synonyms.push_back(std::move(added));
    return std::move(found.others);
  }

  std::optional<Condition> word(const QueryNode& node, double weight, bool scores,
                                const std::vector<WordSequence>& others) {
    Condition condition = shape_of(node);
    std::vector<QueryWord> typed =
        words_of(node.words.front(), source_.languages, source_.analyzer, weight);
    if (typed.size() == 1) {
      condition.words.push_back(words_.add_any_of(std::move(typed.front()), others));
    } else {
      condition.words = words_.add(node.words.front(), weight);
    }
    if (node.form != WordForm::kExact && source_.vocabulary != nullptr) {
      for (QueryWord& form :
           word_forms(*source_.vocabulary, source_.languages, source_.analyzer, node)) {
        form.weight = weight * kExpandedWeight;
        condition.words.push_back(words_.add_word(std::move(form)));
      }
      condition.distance = 0;
    } else if (condition.words.size() > 1) {
      condition.kind = Kind::kPhrase;
      if (scores) found_.phrases.push_back(condition.words);
    }
    return counted(std::move(condition), scores);
  }

  std::optional<Condition> phrase(const QueryNode& node, double weight, bool scores) {
    Condition condition = shape_of(node);
    condition.words = words_.add_all(node.words, weight);
    if (condition.words.size() == 1) condition.kind = Kind::kWord;
    if (scores && condition.words.size() > 1 && node.distance == 0) {
      found_.phrases.push_back(condition.words);
    }
    return counted(std::move(condition), scores);
  }

  std::optional<Condition> counted(Condition condition, bool scores) {
    if (condition.words.empty()) return std::nullopt;
    if (scores) {
      found_.scored.insert(found_.scored.end(), condition.words.begin(), condition.words.end());
    }
    return condition;
  }

  std::optional<Condition> row(const QueryNode& node, double weight, bool scores) {
    const std::vector<bool> stops = stop_words_in(node);
    const bool long_row = node.children.size() >= kLongQuery;
    const auto others = synonyms_in(node, scores);
    Condition condition = shape_of(node);
    for (std::size_t at = 0; at < node.children.size(); ++at) {
      const QueryNode& child = node.children[at];
      if (stops[at] && long_row) continue;
      const bool below = scores && child.demand != Demand::kMustNot;
      auto part = child.kind == Kind::kWord
                      ? word(child, weight * child.boost, below,
                             stops[at] ? std::vector<WordSequence>{} : others[at])
                      : built(child, weight, below);
      if (part && !stops[at]) condition.children.push_back(*std::move(part));
    }
    if (condition.children.empty()) return std::nullopt;
    return condition;
  }

  // Whether what is typed is both words side by side: "cuba haiti" and title:(cuba haiti), but not
  // "+cuba haiti".
  static bool are_side_by_side(const QueryNode& left, const QueryNode& right) {
    return is_typed_word(left) && is_typed_word(right) && left.demand == right.demand &&
           left.in_title == right.in_title && (left.demand == Demand::kMay || left.in_title);
  }

  // By child.
  std::vector<std::vector<WordSequence>> synonyms_in(const QueryNode& row, bool scores) {
    std::vector<std::vector<WordSequence>> all(row.children.size());
    for (std::size_t first = 0, end = 0; first < row.children.size(); first = end) {
      end = first + 1;
      const QueryNode& child = row.children[first];
      if (!is_typed_word(child)) continue;
      std::vector<const QueryNode*> nodes = {&child};
      for (; end < row.children.size() && are_side_by_side(child, row.children[end]); ++end) {
        nodes.push_back(&row.children[end]);
      }
      auto found = synonyms_of(nodes, scores && child.demand != Demand::kMustNot);
      std::move(found.begin(), found.end(), all.begin() + static_cast<std::ptrdiff_t>(first));
    }
    return all;
  }

  // By child; none if there is nothing else that could match.
  static std::vector<bool> stop_words_in(const QueryNode& row) {
    std::vector<std::string> words;
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < row.children.size(); ++at) {
      const QueryNode& child = row.children[at];
      const bool is_plain = child.kind == Kind::kWord && child.form == WordForm::kExact &&
                            child.demand == Demand::kMay;
      if (!is_plain) continue;
      words.push_back(child.words.front());
      places.push_back(at);
    }
    std::vector<bool> found(row.children.size());
    const std::vector<bool> stops = stop_words_among(words);
    const bool others =
        std::find(stops.begin(), stops.end(), false) != stops.end() ||
        std::any_of(row.children.begin(), row.children.end(), [](const QueryNode& child) {
          return child.demand == Demand::kMust && child.kind != Kind::kFilter;
        });
    for (std::size_t at = 0; others && at < places.size(); ++at) found[places[at]] = stops[at];
    return found;
  }

  NumberedWords& words_;
  const WordSource& source_;
  bool literal_ = false;  // within NEAR
  ConditionTerms found_;
};

}  // namespace

ConditionTerms condition_of(const QueryNode& node, NumberedWords& words, const WordSource& source) {
  return ConditionBuilder(words, source).build(node);
}

}  // namespace dateline
