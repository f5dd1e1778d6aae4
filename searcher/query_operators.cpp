#include "searcher/query_operators.h"

#include <array>
#include <string>
#include <utility>

#include "common/ascii_letters.h"
#include "searcher/query_suffixes.h"
#include "searcher/quote_marks.h"

namespace dateline {
namespace {

using Kind = QueryToken::Kind;

constexpr std::size_t kLongestName = 12;  // characters of a field or connective

constexpr std::array<std::pair<std::string_view, QueryField>, 9> kFields{{
    {"title", QueryField::kTitle},
    {"country", QueryField::kCountry},
    {"date", QueryField::kDate},
    {"source", QueryField::kSource},
    {"lang", QueryField::kLanguage},
    {"headline", QueryField::kTitle},
    {"countries", QueryField::kCountry},
    {"sources", QueryField::kSource},
    {"language", QueryField::kLanguage},
}};

// `word` is NEAR or NEAR/... in small letters.
std::optional<Connective> near_at(const QueryText& text, std::size_t at, std::size_t end,
                                  std::string_view word, FirstComplaint& complaint) {
  constexpr unsigned kUsual = 10;
  NearUnit unit = NearUnit::kWords;
  std::optional<unsigned> distance = kUsual;
  if (word == "near/s" || word == "near/p") {
    unit = word == "near/s" ? NearUnit::kSentence : NearUnit::kParagraph;
    distance = 0;
  } else if (word.size() > 4) {
    distance = number_up_to(kMaxNear, word.substr(5), text.offset(at + 5), complaint);
    if (distance == 0U) distance.reset();
  }
  if (!distance) {
    complaint.add(text.offset(at),
                  "NEAR needs a number of words from 1 to 1000 after its slash, or s or p");
    return std::nullopt;
  }
  return Connective{Kind::kNear, end, true, unit, *distance};
}

bool can_follow_sign(char32_t c) {
  return is_quote_mark(c) || c == U'(' ||
         (carries_meaning(c) && !is_query_space(c) && !is_digit(c));
}

}  // namespace

std::optional<Connective> connective_at(const QueryText& text, std::size_t at,
                                        FirstComplaint& complaint) {
  std::size_t end = at;
  while (!is_query_space(text.peek(end)) && !is_one_of(U"()", text.peek(end)) &&
         end - at < kLongestName) {
    ++end;
  }
  const std::string_view typed = text.typed(at, end);
  const std::string word = ascii_small(typed);
  const bool loud = word != typed;
  if (word == "and" || word == "&&") return Connective{Kind::kAnd, end, loud || word == "&&"};
  if (word == "or" || word == "||") return Connective{Kind::kOr, end, loud || word == "||"};
  if (word == "not") return Connective{Kind::kNot, end, loud};
  if (typed != "NEAR" && !typed.starts_with("NEAR/")) return std::nullopt;
  return near_at(text, at, end, word, complaint);
}

std::optional<Connective> not_sign_at(const QueryText& text, std::size_t at) {
  if (text.peek(at) != U'!' || !can_follow_sign(text.peek(at + 1))) return std::nullopt;
  return Connective{Kind::kNot, at + 1, true};
}

std::optional<FieldName> field_at(const QueryText& text, std::size_t at,
                                  FirstComplaint& complaint) {
  std::size_t end = at;
  while (is_ascii_letter(text.peek(end)) && end - at < kLongestName) ++end;
  const char32_t next = text.peek(end + 1);
  if (end == at || text.peek(end) != U':' || is_query_space(next) ||
      is_one_of(U":/)^*~-+!", next)) {
    return std::nullopt;
  }
  const std::string name = ascii_small(text.typed(at, end));
  for (const auto& [known, field] : kFields) {
    if (known == name) return FieldName{field, end + 1};
  }
  complaint.add(text.offset(at),
                "there is no field '" + name +
                    "'; the fields are title, country, date, source and lang (put the word in "
                    "quotes to look for it as it is)");
  return std::nullopt;
}

std::optional<Demand> sign_at(const QueryText& text, std::size_t at, bool operators) {
  const char32_t next = text.peek(at + 1);
  if (is_query_space(next)) return std::nullopt;
  if (text.peek(at) == U'-' && next != U'-') {
    const bool is_negative = is_digit(next) && at > 0 && text[at - 1] == U'(';  // as in "(-5%)"
    if (!operators || (next != U')' && !is_negative)) return Demand::kMustNot;
  }
  const bool is_plus = operators && text.peek(at) == U'+';
  if (is_plus && !is_digit(next) && !is_sign(next) && next != U')') return Demand::kMust;
  return std::nullopt;
}

bool is_sign(char32_t c) { return c == U'-' || c == U'+' || c == U'!'; }

std::string_view name_of(QueryField field) {
  for (const auto& [name, known] : kFields) {
    if (known == field) return name;
  }
  return "";
}

}  // namespace dateline
