// In three steps:
//
//   1  parentheses get their partners
//   2  AND, OR, NOT, NEAR become operators or words
//   3  fields get their meaning: a country, a span of days, or none, and then they are words
#include "searcher/query_arranger.h"

#include <algorithm>
#include <utility>

#include "common/text/country_lookup.h"
#include "searcher/filter_parser.h"

namespace dateline {
namespace {

using Kind = QueryToken::Kind;

using Item = ArrangedToken;

bool has_marks_of_operators(const QueryToken& token) {
  const bool is_symbol =
      is_connective(token) && token.words.front().find_first_of("&|!") != std::string::npos;
  return is_symbol || token.sign == Demand::kMust || token.field != QueryField::kNone ||
         token.form != WordForm::kExact || token.distance > 0 || token.boost != 1;
}

// Puts the tokens in order.
class Arranger {
 public:
  Arranger(std::string_view text, QueryTokens tokens, const QueryContext& context)
      : text_(text), context_(context), complaint_(std::move(tokens.complaint)) {
    for (QueryToken& token : tokens.tokens) items_.push_back({std::move(token)});
  }

  ArrangedTokens arrange() {
    pair_parentheses();
    decide_connectives();
    hand_down_fields();
    limit_expanded_words();
    const bool has_operators = any_operator();
    return {std::move(items_), has_operators, std::move(complaint_)};
  }

 private:
  bool any_operator() const {
    return inside_groups_ || std::any_of(items_.begin(), items_.end(), [](const Item& item) {
             const QueryToken& token = item.token;
             return is_connective(token) || token.sign == Demand::kMust ||
                    token.field != QueryField::kNone || token.form != WordForm::kExact ||
                    token.distance > 0 || token.boost != 1 ||
                    (token.kind == Kind::kOpen && token.sign);
           });
  }

  void complain(std::size_t offset, std::string message) {
    if (complaint_ && complaint_->offset <= offset) return;
    complaint_ = QueryComplaint{offset, std::move(message)};
  }

  void pair_parentheses() {
    std::vector<std::size_t> open;
    std::vector<bool> drop(items_.size());
    for (std::size_t at = 0; at < items_.size(); ++at) {
      const QueryToken& token = items_[at].token;
      if (token.kind == Kind::kOpen) {
        open.push_back(at);
        drop[at] = open.size() > kMaxNesting;
        if (drop[at]) {
          complain(token.range.start,
                   "parentheses nest at most " + std::to_string(kMaxNesting) + " deep");
        }
      } else if (token.kind == Kind::kClose) {
        drop[at] = open.empty() || drop[open.back()];
        if (open.empty()) {
          complain(token.range.start, "this parenthesis closes none");
        } else {
          open.pop_back();
        }
      }
    }
    std::size_t missing = 0;
    for (const std::size_t at : open) {
      const QueryToken& token = items_[at].token;
      complain(token.range.start, "this parenthesis is never closed");
      drop[at] = drop[at] || (!token.sign && token.field == QueryField::kNone);
      missing += drop[at] ? 0 : 1;
    }
    std::size_t at = 0;
    std::erase_if(items_, [&](const Item&) { return drop[at++]; });
    for (; missing > 0; --missing) {
      Item& close = items_.emplace_back();
      close.token.kind = Kind::kClose;
      close.token.range = {text_.size(), text_.size()};
    }
  }

  const QueryToken* token_at(std::size_t at) const {
    return at < items_.size() ? &items_[at].token : nullptr;
  }

  // Words that come to nothing are still among the tokens.
  static bool ends_operand(const QueryToken* token) {
    if (token == nullptr) return false;
    return token->kind == Kind::kClose || (!token->words.empty() && !is_connective(*token));
  }
  static bool begins_operand(const QueryToken* token) {
    return token != nullptr && (token->kind == Kind::kWord || token->kind == Kind::kPhrase ||
                                token->kind == Kind::kOpen || token->kind == Kind::kNot);
  }

  // "or" is a word in most queries. All of them are operators in a query where one of them is
  // unmistakable: in capitals, beside a parenthesis, or between values of a field.
  void decide_connectives() {
    const bool meant = context_.strict || (!is_headline_in_capitals() && any_is_unmistakable());
    if (meant) drop_repeated_connectives();
    for (std::size_t at = 0; at < items_.size(); ++at) {
      QueryToken& token = items_[at].token;
      if (is_connective(token) && !(meant && has_operands(at))) make_word(token, meant);
    }
    std::erase_if(items_, [](const Item& item) {
      return item.token.kind == Kind::kWord && item.token.words.empty();
    });
  }

  bool any_is_unmistakable() const {
    std::vector<bool> in_filter;  // by open parenthesis
    for (std::size_t at = 0; at < items_.size(); ++at) {
      const QueryToken& token = items_[at].token;
      const bool inside = !in_filter.empty() && in_filter.back();
      if (token.kind == Kind::kOpen) {
        in_filter.push_back(is_filter(token.field) || inside);
      } else if (token.kind == Kind::kClose) {
        in_filter.pop_back();
      } else if (is_connective(token) && (token.loud || inside || touches_group(at))) {
        return true;
      }
    }
    return false;
  }

  bool is(std::size_t index, Kind kind) const {
    return index < items_.size() && items_[index].token.kind == kind;
  }

  // Whether the parenthesis at `index` has two words or more inside; `step` leads into it.
  bool is_group(std::size_t index, std::size_t step) const {
    std::size_t inside = 0;
    std::size_t depth = 0;
    const Kind begin = index < items_.size() ? items_[index].token.kind : Kind::kOpen;
    const Kind end = begin == Kind::kOpen ? Kind::kClose : Kind::kOpen;
    for (; index < items_.size() && inside < 2; index += step) {
      depth += is(index, begin) ? 1 : 0;
      inside += is(index, begin) || is(index, end) ? 0 : 1;
      if (is(index, end) && --depth == 0) break;
    }
    return inside == 2;
  }

  // "(cuba haiti) and", but not "Biden (D) and".
  bool touches_group(std::size_t at) const {
    constexpr std::size_t kBack = static_cast<std::size_t>(-1);
    return (is(at - 1, Kind::kClose) && is_group(at - 1, kBack)) ||
           (is(at + 1, Kind::kOpen) && is_group(at + 1, 1));
  }

  bool has_operands(std::size_t at) const {
    return begins_operand(token_at(at + 1)) &&
           (items_[at].token.kind == Kind::kNot || (at > 0 && ends_operand(token_at(at - 1))));
  }

  // An operator that has nothing to combine is dropped, others that are none are words.
  void make_word(QueryToken& token, bool meant) {
    if (meant) {
      complain(token.range.start,
               "'" + token.words.front() + "' needs something to combine on both sides");
    }
    if (meant || token.words.front().find_first_of("&|!") != std::string::npos) token.words.clear();
    token.kind = Kind::kWord;
    token.value = token.range;
  }

  // Of "a AND OR b" the first counts.
  void drop_repeated_connectives() {
    for (std::size_t at = items_.size(); at-- > 1;) {
      const QueryToken& token = items_[at].token;
      const bool joins = is_connective(token) && token.kind != Kind::kNot;
      if (!joins || !is_connective(items_[at - 1].token)) continue;
      complain(token.range.start, "'" + token.words.front() + "' follows another operator");
      items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }

  // Six words and more without a small letter, and without other signs of an operator.
  bool is_headline_in_capitals() const {
    constexpr std::size_t kHeadline = 6;
    for (std::size_t at = 0; at < items_.size(); ++at) {
      const QueryToken& token = items_[at].token;
      const bool group = token.kind == Kind::kOpen && (token.sign || is_group(at, 1));
      if (group || token.kind == Kind::kNear || has_marks_of_operators(token)) return false;
    }
    const bool in_capitals = std::none_of(text_.begin(), text_.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    });
    return !context_.strict && in_capitals && items_.size() >= kHeadline;
  }

  // country:(cuba OR haiti) is country:cuba OR country:haiti.
  void hand_down_fields() {
    std::vector<QueryField> fields;
    for (Item& item : items_) {
      QueryToken& token = item.token;
      const QueryField inherited = fields.empty() ? QueryField::kNone : fields.back();
      if (token.kind == Kind::kClose) {
        fields.pop_back();
      } else if (!is_connective(token)) {
        if (token.field == QueryField::kNone) token.field = inherited;
        inside_groups_ = inside_groups_ || (!fields.empty() && token.sign);
        if (token.kind == Kind::kOpen) {
          inside_groups_ = inside_groups_ || token.field != QueryField::kNone;
          fields.push_back(std::exchange(token.field, QueryField::kNone));
        } else if (is_filter(token.field)) {
          give_meaning(item);
        }
      }
    }
  }

  void give_meaning(Item& item) {
    QueryToken& token = item.token;
    const std::string value(slice(text_, token.value));
    FilterText filter;
    switch (token.field) {
      case QueryField::kCountry:
        filter.countries = {value};
        break;
      case QueryField::kSource:
        filter.sources = {value};
        break;
      case QueryField::kLanguage:
        filter.languages = {value};
        break;
      default:
        read_days(value, filter);
    }
    const Result<Filters> filters =
        ++filters_ > kMaxFilterParts
            ? Error{ErrorKind::kRequest,
                    "at most " + std::to_string(kMaxFilterParts) + " values of fields are possible"}
            : parse_filters(filter, filter_context());
    if (filters) {
      item.filters = *filters;
      return;
    }
    complain(token.value.start, filters.error().message);
    token.field = QueryField::kNone;
    if (token.kind == Kind::kWord) {
      token.words = {std::string(slice(text_, {field_start(token.value.start), token.value.end}))};
    }
  }

  // Where the name of the field begins whose value begins at `at`; `at` if it has none of its own.
  std::size_t field_start(std::size_t at) const {
    if (at == 0 || text_[at - 1] != ':') return at;
    --at;
    while (at > 0 && ((text_[at - 1] | 0x20) >= 'a' && (text_[at - 1] | 0x20) <= 'z')) --at;
    return at;
  }

  static void read_days(const std::string& value, FilterText& filter) {
    const std::size_t dots = value.find("..");
    if (value == "unknown") {
      filter.undated = "only";
    } else if (dots == std::string::npos) {
      filter.from = filter.to = value;
    } else {
      if (dots > 0) filter.from = value.substr(0, dots);
      if (dots + 2 < value.size() || dots == 0) filter.to = value.substr(dots + 2);
    }
  }

  // Without a day to count from, relative dates mean nothing.
  FilterContext filter_context() const {
    FilterContext context{context_.today, parse_country};
    if (context.today.precision() != DatePrecision::kDay) context.today = {1970, 1, 1};
    return context;
  }

  // Each is looked for in the whole vocabulary of the index.
  void limit_expanded_words() {
    std::size_t count = 0;
    for (Item& item : items_) {
      QueryToken& token = item.token;
      if (token.form == WordForm::kExact || ++count <= kMaxExpanded) continue;
      complain(token.range.start,
               "at most " + std::to_string(kMaxExpanded) + " words with * or ~ are possible");
      token.form = WordForm::kExact;
      token.distance = 0;
    }
  }

  std::string_view text_;
  const QueryContext& context_;
  std::vector<Item> items_;
  std::size_t filters_ = 0;     // met so far
  bool inside_groups_ = false;  // title:(...) or (-word) was there
  std::optional<QueryComplaint> complaint_;
};

}  // namespace

bool is_connective(const QueryToken& token) {
  return token.kind == Kind::kAnd || token.kind == Kind::kOr || token.kind == Kind::kNot ||
         token.kind == Kind::kNear;
}

bool is_filter(QueryField field) { return field > QueryField::kTitle; }

ArrangedTokens arrange(std::string_view text, QueryTokens tokens, const QueryContext& context) {
  return Arranger(text, std::move(tokens), context).arrange();
}

}  // namespace dateline
