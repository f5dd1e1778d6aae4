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
// turn out to mean nothing. query_operators.h has those at the start, query_suffixes.h those
// behind.
#include "searcher/query_lexer.h"

#include <utility>

#include "searcher/query_operators.h"
#include "searcher/query_suffixes.h"
#include "searcher/query_text.h"
#include "searcher/quote_marks.h"

namespace dateline {
namespace {

using Kind = QueryToken::Kind;

class QueryLexer {
 public:
  QueryLexer(std::string_view text, bool operators) : text_(text), operators_(operators) {}

  QueryTokens read() {
    if (operators_) find_unclosed();
    for (skip_space(); !at_end(); skip_space()) read_token();
    return {std::move(tokens_), complaint_.take()};
  }

 private:
  bool at_end() const { return at_ == text_.size(); }

  void skip_space() {
    while (!at_end() && is_query_space(text_[at_])) ++at_;
  }

  void read_token() {
    QueryToken token;
    const std::size_t start = at_;
    const bool begins = std::exchange(opened_, false) || at_ == 0 || is_query_space(text_[at_ - 1]);
    const bool after_group = operators_ && at_ > 0 && text_[at_ - 1] == U')';
    if (operators_ && text_[at_] == U')') return read_close();
    if (read_prefix(token, begins)) return;
    if (operators_ && text_.peek(at_) == U'(') return read_open(std::move(token), start);
    skip_punctuation_before_quote();
    if (at_end()) return;
    const char32_t next = text_[at_];
    if (next == U'"' || opens_anywhere(next) ||
        (is_quote_mark(next) &&
         (begins || after_group || token.sign || token.field != QueryField::kNone))) {
      read_phrase(std::move(token), start);
    } else if (is_quote_mark(next)) {
      ++at_;  // closes nothing
    } else {
      read_word(std::move(token), start);
    }
  }

  // Sign and field; true if what stands here is an operator by itself, which is then read.
  bool read_prefix(QueryToken& token, bool begins) {
    if (begins) {
      const auto excludes = operators_ ? not_sign_at(text_, at_) : std::nullopt;
      if (excludes) {
        push_connective(*excludes);
        opened_ = true;  // what follows begins a token
        return true;
      }
      token.sign = sign_at(text_, at_, operators_);
      if (token.sign) ++at_;
    } else {
      while (is_sign(text_.peek(at_))) ++at_;  // as in: "a phrase"-like
    }
    if (!operators_) return false;
    skip_stray_marks();
    if (!at_end() && !token.sign) {
      if (const auto connective = connective_at(text_, at_, complaint_)) {
        push_connective(*connective);
        return true;
      }
    }
    take_field(token);
    skip_stray_marks();
    return false;
  }

  // Marks of operators where they mean nothing, so that no word begins with one.
  void skip_stray_marks() {
    while (is_one_of(U"-+!^*~:/", text_.peek(at_))) ++at_;
  }

  void push_connective(const Connective& connective) {
    QueryToken& token = tokens_.emplace_back();
    token.kind = connective.kind;
    token.range = text_.bytes(at_, connective.end);
    token.loud = connective.loud;
    token.unit = connective.unit;
    token.distance = connective.distance;
    token.words.emplace_back(text_.typed(at_, connective.end));
    at_ = connective.end;
  }

  void take_field(QueryToken& token) {
    const auto name = field_at(text_, at_, complaint_);
    if (!name) return;
    token.field = name->field;
    field_at_ = at_;
    at_ = field_end_ = name->end;
  }

  void read_open(QueryToken token, std::size_t start) {
    token.kind = Kind::kOpen;
    token.range = text_.bytes(start, ++at_);
    tokens_.push_back(std::move(token));
    opened_ = true;
  }

  void read_close() {
    QueryToken token;
    token.kind = Kind::kClose;
    const std::size_t start = at_++;
    at_ = suffixes_.take_boost(token, at_);
    token.range = text_.bytes(start, at_);
    tokens_.push_back(std::move(token));
  }

  // ("a phrase") and the like: the bracket does not turn the quote into a part of a word.
  void skip_punctuation_before_quote() {
    std::size_t end = at_;
    while (is_ascii_punctuation(text_.peek(end)) && text_[end] != U'-' && text_[end] != U'"' &&
           !(operators_ && text_[end] == U')')) {
      ++end;
    }
    if (is_quote_mark(text_.peek(end))) at_ = end;
  }

  void read_word(QueryToken token, std::size_t start) {
    const std::size_t begin = at_;
    std::size_t open = 0;  // parentheses of the word itself, as in "f(x)"
    for (; !text_.ends_word(at_); ++at_) {
      if (operators_ && text_[at_] == U')' && open-- == 0) break;
      if (operators_ && text_[at_] == U'(' && ++open && unclosed_[at_]) break;
    }
    std::size_t end = at_;
    if (operators_) end = suffixes_.take_boosts(token, begin, end);
    if (operators_ && token.field <= QueryField::kTitle) {
      end = suffixes_.take_form(token, begin, end);
    }
    token.value = text_.bytes(begin, end);
    append_word(token.words, begin, end);
    append(std::move(token), start);
    if (operators_ && text_.peek(at_) == U'(') ++at_;  // opens nothing
  }

  // The parentheses that are not closed before their word ends.
  void find_unclosed() {
    unclosed_.resize(text_.size());
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_.ends_word(i)) open.clear();
      if (text_[i] == U'(') {
        open.push_back(i);
        unclosed_[i] = true;
      } else if (text_[i] == U')' && !open.empty()) {
        unclosed_[open.back()] = false;
        open.pop_back();
      }
    }
  }

  void read_phrase(QueryToken token, std::size_t start) {
    token.kind = Kind::kPhrase;
    const std::size_t opener = at_++;
    const std::optional<std::size_t> closer = find_closer(opener);
    const bool excluded = token.sign == Demand::kMustNot;
    if (!closer) complaint_.add(text_.offset(opener), "this quote is never closed");
    if (!closer && !excluded) return read_bare_field(std::move(token), start);
    const std::size_t end = closer.value_or(text_.size());
    std::size_t begin = opener + 1;
    for (std::size_t i = begin; i < end; ++i) {
      const bool divides =
          is_query_space(text_[i]) || (is_quote_mark(text_[i]) && !text_.is_gershayim(i));
      if (!divides) continue;
      append_word(token.words, begin, i);
      begin = i + 1;
    }
    append_word(token.words, begin, end);
    token.value = text_.bytes(opener + 1, end);
    at_ = closer ? end + 1 : end;
    if (operators_) at_ = suffixes_.take_after_phrase(token, at_);
    append(std::move(token), start);
  }

  // What stands before a quote that is never closed.
  void read_bare_field(QueryToken token, std::size_t start) {
    if (token.field == QueryField::kNone) return;
    token.kind = Kind::kWord;
    token.field = QueryField::kNone;
    token.value = text_.bytes(field_at_, field_end_);
    append_word(token.words, field_at_, field_end_);
    append(std::move(token), start);
  }

  std::optional<std::size_t> find_closer(std::size_t opener) {
    const char32_t mark = text_[opener];
    if (!is_one_of(unpaired_, mark)) {
      for (std::size_t i = opener + 1; i < text_.size(); ++i) {
        if (closes(mark, text_[i]) && !text_.is_gershayim(i)) return i;
      }
      unpaired_ += mark;
    }
    for (std::size_t i = opener + 1; i < text_.size(); ++i) {
      if (is_quote_mark(text_[i]) && !text_.is_gershayim(i)) return i;
    }
    return std::nullopt;
  }

  void append_word(std::vector<std::string>& words, std::size_t begin, std::size_t end) const {
    if (text_.has_meaning(begin, end)) words.emplace_back(text_.typed(begin, end));
  }

  // Adds what was read from character `start` up to here, unless it came to nothing.
  void append(QueryToken token, std::size_t start) {
    if (token.words.empty()) {
      if (token.field != QueryField::kNone) {
        complaint_.add(text_.offset(start), "this field has no value");
      }
      return;
    }
    token.range = text_.bytes(start, at_);
    tokens_.push_back(std::move(token));
  }

  QueryText text_;
  bool operators_;
  FirstComplaint complaint_;
  SuffixReader suffixes_{text_, complaint_};
  std::size_t at_ = 0;        // index of the next character
  std::size_t field_at_ = 0;  // the name of the last field, with its colon
  std::size_t field_end_ = 0;
  bool opened_ = false;         // what stands before it was a parenthesis or !
  std::vector<bool> unclosed_;  // by index
  std::u32string unpaired_;  // opening marks known to have no partner ahead: keeps the time linear
  std::vector<QueryToken> tokens_;
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

}  // namespace dateline
