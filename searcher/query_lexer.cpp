// The lexer goes through the text once. White space separates tokens; what a token is, its first
// characters decide:
//
//   -        an exclusion, if white space (or nothing) stands before it and a word or quote after
//   a quote  a phrase, up to the mark that closes it: the first one that pairs with the opening
//            mark or, as keyboards and word processors mix them up, the first of any kind
//   else     a word, up to white space or a quote
//
// Two marks need care. The straight quote is also the inch sign and, between Hebrew letters,
// gershayim (צה"ל): it opens only at the start of a token and inside a word belongs to the word.
// The hyphen is mostly a hyphen: "vice-president" and "2019-2021" are words.
// A quote that nothing closes is ignored: whoever forgot to close it will still find something.
// After a '-' it reaches to the end of the text instead, because "words" would then mean to ask for
// what was to be left out.
//
// Operators are looked for at the start of a token too, and in what follows a word or phrase:
//
//   + !            before a letter, quote or parenthesis ("+5%" is a word)
//   title:         before anything but white space; so for the other fields
//   ( )            the one where a token starts, the other unless it closes one inside the word
//   AND && NEAR/5  where the token is nothing else
//   * ~ ~2 ^1.5    at the end of a word or phrase
//
// They are common in ordinary text as well, so the parser reads a text again without them if they
// turn out to mean nothing.
#include "searcher/query_lexer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "common/ascii_letters.h"
#include "common/text/utf8.h"
#include "searcher/quote_marks.h"

namespace dateline {
namespace {

using Kind = QueryToken::Kind;

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

struct Character {
  char32_t value;
  std::size_t offset;
};

bool is_ascii_punctuation(char32_t c) {
  return (c > U' ' && c < U'0') || (c > U'9' && c < U'A') || (c > U'Z' && c < U'a') ||
         (c > U'z' && c < 0x7F);
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_ascii_letter(char32_t c) { return (c | 0x20U) >= U'a' && (c | 0x20U) <= U'z'; }

// False for what is punctuation for certain: a token of nothing else asks for nothing.
bool carries_meaning(char32_t c) {
  return !is_ascii_punctuation(c) && !(c >= 0x2000 && c <= 0x206F) && !is_quote_mark(c);
}

bool is_hebrew_letter(char32_t c) { return c >= 0x05D0 && c <= 0x05EA; }

class QueryLexer {
 public:
  QueryLexer(std::string_view text, bool operators) : text_(text), operators_(operators) {
    characters_.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint code_point = code_point_at(text, at);
      characters_.push_back({code_point.value, at});
      at += code_point.size;
    }
  }

  QueryTokens read() {
    if (operators_) find_unclosed();
    for (skip_space(); !at_end(); skip_space()) read_token();
    return std::move(result_);
  }

 private:
  bool at_end() const { return at_ == characters_.size(); }
  char32_t value(std::size_t index) const { return characters_[index].value; }
  // The character at `index`, white space beyond the end.
  char32_t peek(std::size_t index) const {
    return index < characters_.size() ? value(index) : U' ';
  }

  std::size_t offset(std::size_t index) const {
    return index < characters_.size() ? characters_[index].offset : text_.size();
  }
  ByteRange bytes(std::size_t begin, std::size_t end) const { return {offset(begin), offset(end)}; }

  void complain(std::size_t index, std::string message) {
    if (!result_.complaint) result_.complaint = QueryComplaint{offset(index), std::move(message)};
  }

  // A straight quote that is part of a Hebrew abbreviation.
  bool is_gershayim(std::size_t index) const {
    return value(index) == U'"' && index > 0 && index + 1 < characters_.size() &&
           is_hebrew_letter(value(index - 1)) && is_hebrew_letter(value(index + 1));
  }

  void skip_space() {
    while (!at_end() && is_query_space(value(at_))) ++at_;
  }

  void read_token() {
    QueryToken token;
    const std::size_t start = at_;
    const bool begins = std::exchange(opened_, false) || at_ == 0 || is_query_space(value(at_ - 1));
    const bool after_group = operators_ && at_ > 0 && value(at_ - 1) == U')';
    if (operators_ && value(at_) == U')') return read_close();
    if (read_prefix(token, begins)) return;
    if (operators_ && peek(at_) == U'(') return read_open(std::move(token), start);
    skip_punctuation_before_quote();
    if (at_end()) return;
    if (value(at_) == U'"' || opens_anywhere(value(at_)) ||
        (is_quote_mark(value(at_)) &&
         (begins || after_group || token.sign || token.field != QueryField::kNone))) {
      read_phrase(std::move(token), start);
    } else if (is_quote_mark(value(at_))) {
      ++at_;  // closes nothing
    } else {
      read_word(std::move(token), start);
    }
  }

  // Sign and field; true if what stands here is an operator by itself, which is then read.
  bool read_prefix(QueryToken& token, bool begins) {
    if (begins) {
      if (operators_ && read_not_sign()) return true;
      take_sign(token);
    } else {
      while (is_sign(peek(at_))) ++at_;  // as in: "a phrase"-like
    }
    if (!operators_) return false;
    skip_stray_marks();
    if (!at_end() && !token.sign && read_connective()) return true;
    take_field(token);
    skip_stray_marks();
    return false;
  }

  bool follows_parenthesis() const { return at_ > 0 && value(at_ - 1) == U'('; }  // as in "(-5%)"

  // Marks of operators where they mean nothing, so that no word begins with one.
  void skip_stray_marks() {
    constexpr std::u32string_view kMarks = U"-+!^*~:/";
    while (kMarks.find(peek(at_)) != std::u32string_view::npos) ++at_;
  }

  void take_sign(QueryToken& token) {
    const char32_t next = peek(at_ + 1);
    if (value(at_) == U'-' && !is_query_space(next) && next != U'-' &&
        !(operators_ && (next == U')' || (is_digit(next) && follows_parenthesis())))) {
      token.sign = Demand::kMustNot;
      ++at_;
    } else if (operators_ && value(at_) == U'+' && !is_query_space(next) && !is_digit(next) &&
               !is_sign(next) && next != U')') {
      token.sign = Demand::kMust;
      ++at_;
    }
  }

  static bool is_sign(char32_t c) { return c == U'-' || c == U'+' || c == U'!'; }

  static bool can_follow_sign(char32_t c) {
    return is_quote_mark(c) || c == U'(' ||
           (carries_meaning(c) && !is_query_space(c) && !is_digit(c));
  }

  bool read_not_sign() {
    if (value(at_) != U'!' || !can_follow_sign(peek(at_ + 1))) return false;
    push_connective(Kind::kNot, at_ + 1, true);
    opened_ = true;  // what follows begins a token
    return true;
  }

  void push_connective(Kind kind, std::size_t end, bool loud) {
    QueryToken token;
    token.kind = kind;
    token.range = bytes(at_, end);
    token.loud = loud;
    token.words = {std::string(slice(text_, token.range))};
    result_.tokens.push_back(std::move(token));
    at_ = end;
  }

  // AND, OR, NOT, NEAR and their symbols, where the token is nothing else.
  bool read_connective() {
    std::size_t end = at_;
    while (end < characters_.size() && !is_query_space(value(end)) && value(end) != U'(' &&
           value(end) != U')' && end - at_ < 12) {
      ++end;
    }
    const std::string_view typed = slice(text_, bytes(at_, end));
    const std::string word = ascii_small(typed);
    const bool loud = word != typed;
    if (word == "and" || word == "&&") {
      push_connective(Kind::kAnd, end, loud || word == "&&");
    } else if (word == "or" || word == "||") {
      push_connective(Kind::kOr, end, loud || word == "||");
    } else if (word == "not") {
      push_connective(Kind::kNot, end, loud);
    } else {
      return typed == "NEAR" || typed.starts_with("NEAR/") ? read_near(word, end) : false;
    }
    return true;
  }

  // REQUIRES: `word` is NEAR/... in small letters, up to character `end`.
  bool read_near(std::string_view word, std::size_t end) {
    constexpr unsigned kUsual = 10;
    NearUnit unit = NearUnit::kWords;
    std::optional<unsigned> distance = kUsual;
    if (word == "near/s" || word == "near/p") {
      unit = word == "near/s" ? NearUnit::kSentence : NearUnit::kParagraph;
      distance = 0;
    } else if (word.size() > 4) {
      distance = number(word.substr(5), kMaxNear, at_ + 5);
      if (distance == 0U) distance.reset();
    }
    if (!distance) {
      complain(at_, "NEAR needs a number of words from 1 to 1000 after its slash, or s or p");
      return false;
    }
    push_connective(Kind::kNear, end, true);
    result_.tokens.back().unit = unit;
    result_.tokens.back().distance = *distance;
    return true;
  }

  // Digits as a number; what is more than `most` is `most`, and complained about at `index`.
  std::optional<unsigned> number(std::string_view digits, unsigned most, std::size_t index) {
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) {
      return std::nullopt;
    }
    unsigned parsed = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), parsed);
    if (error == std::errc{} && parsed <= most) return parsed;
    complain(index, "at most " + std::to_string(most) + " is possible here");
    return most;
  }

  void take_field(QueryToken& token) {
    std::size_t end = at_;
    while (end < characters_.size() && is_ascii_letter(value(end)) && end - at_ < 12) ++end;
    if (end == at_ || peek(end) != U':') return;
    const char32_t next = peek(end + 1);
    if (is_query_space(next) ||
        std::u32string_view(U":/)^*~-+!").find(next) != std::u32string_view::npos)
      return;
    const std::string name = ascii_small(slice(text_, bytes(at_, end)));
    for (const auto& [known, field] : kFields) {
      if (known != name) continue;
      token.field = field;
      field_at_ = at_;
      at_ = field_end_ = end + 1;
      return;
    }
    complain(at_, "there is no field '" + name +
                      "'; the fields are title, country, date, source and lang (put the word in "
                      "quotes to look for it as it is)");
  }

  void read_open(QueryToken token, std::size_t start) {
    token.kind = Kind::kOpen;
    token.range = bytes(start, ++at_);
    result_.tokens.push_back(std::move(token));
    opened_ = true;
  }

  void read_close() {
    QueryToken token;
    token.kind = Kind::kClose;
    const std::size_t start = at_++;
    take_boost(token);
    token.range = bytes(start, at_);
    result_.tokens.push_back(std::move(token));
  }

  // ("a phrase") and the like: the bracket does not turn the quote into a part of a word.
  void skip_punctuation_before_quote() {
    std::size_t end = at_;
    while (end < characters_.size() && is_ascii_punctuation(value(end)) && value(end) != U'-' &&
           value(end) != U'"' && !(operators_ && value(end) == U')')) {
      ++end;
    }
    if (end < characters_.size() && is_quote_mark(value(end))) at_ = end;
  }

  void read_word(QueryToken token, std::size_t start) {
    const std::size_t begin = at_;
    std::size_t open = 0;  // parentheses of the word itself, as in "f(x)"
    for (; !ends_word(at_); ++at_) {
      if (operators_ && value(at_) == U')' && open-- == 0) break;
      if (operators_ && value(at_) == U'(' && ++open && unclosed_[at_]) break;
    }
    std::size_t end = at_;
    if (operators_) end = take_boosts(token, begin);
    if (operators_ && token.field <= QueryField::kTitle) end = take_form(token, begin, end);
    token.value = bytes(begin, end);
    append_word(token.words, begin, end);
    append(std::move(token), start);
    if (operators_ && !at_end() && value(at_) == U'(') ++at_;  // opens nothing
  }

  bool ends_word(std::size_t index) const {
    const char32_t c = peek(index);
    return is_query_space(c) || (c != U'"' && is_quote_mark(c));
  }

  // The parentheses that are not closed before their word ends.
  void find_unclosed() {
    unclosed_.resize(characters_.size());
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < characters_.size(); ++i) {
      if (ends_word(i)) open.clear();
      if (value(i) == U'(') {
        open.push_back(i);
        unclosed_[i] = true;
      } else if (value(i) == U')' && !open.empty()) {
        unclosed_[open.back()] = false;
        open.pop_back();
      }
    }
  }

  // ^2 at the end of the word that lies from `begin` to here; returns where it begins.
  std::size_t take_boosts(QueryToken& token, std::size_t begin) {
    std::size_t end = at_;
    for (std::size_t caret = last_of(U'^', begin, end); caret < end;) {
      const double boost = token.boost;
      const std::size_t here = std::exchange(at_, caret);
      take_boost(token);
      if (std::exchange(at_, here) != end) {
        token.boost = boost;
        break;
      }
      end = caret;
      caret = last_of(U'^', begin, end);
    }
    return end;
  }

  // The same of * and ~1, for a word that ends at `end`.
  std::size_t take_form(QueryToken& token, std::size_t begin, std::size_t end) {
    const std::size_t tilde = last_of(U'~', begin, end);
    if (end > begin && value(end - 1) == U'*') {
      if (letters_before(end - 1, begin) >= 2) {
        token.form = WordForm::kPrefix;
        return end - 1;
      }
      complain(end - 1, "a word with * needs two letters before it");
    } else if (tilde < end && letters_before(tilde, begin) >= 3) {
      const std::string_view digits = slice(text_, bytes(tilde + 1, end));
      const auto edits = digits.empty() ? 0U : number(digits, kMaxEdits, tilde + 1);
      if (edits) {
        token.form = WordForm::kFuzzy;
        token.distance = *edits;
        return tilde;
      }
    }
    return end;
  }

  // The last place of a mark after the first character; `end` if there is none.
  std::size_t last_of(char32_t mark, std::size_t begin, std::size_t end) const {
    for (std::size_t i = end; i > begin + 1; --i) {
      if (value(i - 1) == mark) return i - 1;
    }
    return end;
  }

  // How many characters of a word stand directly before `end`.
  std::size_t letters_before(std::size_t end, std::size_t begin) const {
    std::size_t letters = 0;
    while (end > begin && carries_meaning(value(end - 1))) {
      --end;
      ++letters;
    }
    return letters;
  }

  // ^ and a number, and nothing else of a word after it.
  void take_boost(QueryToken& token) {
    if (peek(at_) != U'^') return;
    std::size_t end = at_ + 1;
    while (end < characters_.size() && (is_digit(value(end)) || value(end) == U'.')) ++end;
    const std::string_view typed = slice(text_, bytes(at_ + 1, end));
    double boost = 0;
    const auto [last, error] = std::from_chars(typed.data(), typed.data() + typed.size(), boost);
    const bool ends =
        ends_word(end) || std::u32string_view(U"()^").find(peek(end)) != std::u32string_view::npos;
    if (error != std::errc{} || last != typed.data() + typed.size() || !ends) {
      complain(at_, "^ needs a number after it, such as ^2 or ^0.5");
      return;
    }
    if (boost > kMaxBoost) complain(at_, "a boost is at most 100");
    token.boost = std::min(token.boost * boost, kMaxBoost);
    at_ = end;
  }

  void read_phrase(QueryToken token, std::size_t start) {
    token.kind = Kind::kPhrase;
    const std::size_t opener = at_++;
    const std::optional<std::size_t> closer = find_closer(opener);
    const bool excluded = token.sign == Demand::kMustNot;
    if (!closer) complain(opener, "this quote is never closed");
    if (!closer && !excluded) return read_bare_field(std::move(token), start);
    const std::size_t end = closer.value_or(characters_.size());
    std::size_t begin = opener + 1;
    for (std::size_t i = begin; i < end; ++i) {
      if (!is_query_space(value(i)) && (!is_quote_mark(value(i)) || is_gershayim(i))) continue;
      append_word(token.words, begin, i);
      begin = i + 1;
    }
    append_word(token.words, begin, end);
    token.value = bytes(opener + 1, end);
    at_ = closer ? end + 1 : end;
    if (operators_) take_phrase_suffixes(token);
    append(std::move(token), start);
  }

  // What stands before a quote that is never closed.
  void read_bare_field(QueryToken token, std::size_t start) {
    if (token.field == QueryField::kNone) return;
    token.kind = Kind::kWord;
    token.field = QueryField::kNone;
    token.value = bytes(field_at_, field_end_);
    append_word(token.words, field_at_, field_end_);
    append(std::move(token), start);
  }

  void take_phrase_suffixes(QueryToken& token) {
    if (peek(at_) == U'~' && is_digit(peek(at_ + 1))) {
      std::size_t end = at_ + 1;
      while (is_digit(peek(end))) ++end;
      token.distance = number(slice(text_, bytes(at_ + 1, end)), kMaxNear, at_ + 1).value_or(0);
      at_ = end;
    }
    take_boost(token);
  }

  std::optional<std::size_t> find_closer(std::size_t opener) {
    const char32_t mark = value(opener);
    if (unpaired_.find(mark) == std::u32string::npos) {
      for (std::size_t i = opener + 1; i < characters_.size(); ++i) {
        if (closes(mark, value(i)) && !is_gershayim(i)) return i;
      }
      unpaired_ += mark;
    }
    for (std::size_t i = opener + 1; i < characters_.size(); ++i) {
      if (is_quote_mark(value(i)) && !is_gershayim(i)) return i;
    }
    return std::nullopt;
  }

  void append_word(std::vector<std::string>& words, std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (!carries_meaning(value(i))) continue;
      words.emplace_back(slice(text_, bytes(begin, end)));
      return;
    }
  }

  // Adds what was read from character `start` up to here, unless it came to nothing.
  void append(QueryToken token, std::size_t start) {
    if (token.words.empty()) {
      if (token.field != QueryField::kNone) complain(start, "this field has no value");
      return;
    }
    token.range = bytes(start, at_);
    result_.tokens.push_back(std::move(token));
  }

  std::string_view text_;
  bool operators_;
  std::vector<Character> characters_;
  std::size_t at_ = 0;        // index of the next character
  std::size_t field_at_ = 0;  // the name of the last field, with its colon
  std::size_t field_end_ = 0;
  bool opened_ = false;         // what stands before it was a parenthesis or !
  std::vector<bool> unclosed_;  // by index
  std::u32string unpaired_;  // opening marks known to have no partner ahead: keeps the time linear
  QueryTokens result_;
};

}  // namespace

bool may_have_operators(std::string_view text) {
  constexpr std::string_view kMarks = "&|+!:(*~^";
  return text.find_first_of(kMarks) != std::string_view::npos ||
         text.find("AND") != std::string_view::npos || text.find("OR") != std::string_view::npos ||
         text.find("NOT") != std::string_view::npos || text.find("NEAR") != std::string_view::npos;
}

QueryTokens read_tokens(std::string_view text, bool operators) {
  return QueryLexer(text, operators).read();
}

std::string_view name_of(QueryField field) {
  for (const auto& [name, known] : kFields) {
    if (known == field) return name;
  }
  return "";
}

bool is_query_space(char32_t c) {
  return c <= U' ' || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

}  // namespace dateline
