// The reader goes through the text once, token by token. White space separates tokens; what a token
// is, its first characters decide:
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
#include "searcher/query_parser.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/text/display_width.h"
#include "common/text/utf8.h"
#include "searcher/quote_marks.h"
#include "searcher/request.h"

namespace dateline {
namespace {

struct Character {
  char32_t value;
  std::size_t offset;
};

// Control characters and invisible separators count as white space.
bool is_space(char32_t c) {
  return c <= U' ' || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_ascii_punctuation(char32_t c) {
  return (c > U' ' && c < U'0') || (c > U'9' && c < U'A') || (c > U'Z' && c < U'a') ||
         (c > U'z' && c < 0x7F);
}

// False for what is punctuation for certain: a token of nothing else asks for nothing.
bool carries_meaning(char32_t c) {
  return !is_ascii_punctuation(c) && !(c >= 0x2000 && c <= 0x206F) && !is_quote_mark(c);
}

bool is_hebrew_letter(char32_t c) { return c >= 0x05D0 && c <= 0x05EA; }

class QueryReader {
 public:
  explicit QueryReader(std::string_view text) : text_(text) {
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint code_point = code_point_at(text, at);
      characters_.push_back({code_point.value, at});
      at += code_point.size;
    }
  }

  Result<Query> read() {
    for (skip_space(); !at_end(); skip_space()) {
      read_token();
      if (query_.words.size() + query_.phrases.size() + query_.excluded.size() > kMaxQueryParts) {
        return Error{ErrorKind::kRequest, "the query has more than " +
                                              std::to_string(kMaxQueryParts) +
                                              " words and phrases; leave some out"};
      }
    }
    return std::move(query_);
  }

 private:
  bool at_end() const { return at_ == characters_.size(); }
  char32_t value(std::size_t index) const { return characters_[index].value; }

  std::size_t offset(std::size_t index) const {
    return index < characters_.size() ? characters_[index].offset : text_.size();
  }

  // A straight quote that is part of a Hebrew abbreviation.
  bool is_gershayim(std::size_t index) const {
    return value(index) == U'"' && index > 0 && index + 1 < characters_.size() &&
           is_hebrew_letter(value(index - 1)) && is_hebrew_letter(value(index + 1));
  }

  void skip_space() {
    while (!at_end() && is_space(value(at_))) ++at_;
  }

  void read_token() {
    const std::size_t start = at_;
    const bool after_space = at_ == 0 || is_space(value(at_ - 1));
    const bool excluded = after_space && take_minus();
    if (!after_space) {
      while (!at_end() && value(at_) == U'-') ++at_;  // as in: "a phrase"-like
    }
    skip_punctuation_before_quote();
    if (at_end()) return;
    if (value(at_) == U'"' || opens_anywhere(value(at_)) ||
        (is_quote_mark(value(at_)) && (after_space || excluded))) {
      read_phrase(start, excluded);
    } else if (is_quote_mark(value(at_))) {
      ++at_;  // closes nothing
    } else {
      read_word(start, excluded);
    }
  }

  bool take_minus() {
    const bool is_operator = value(at_) == U'-' && at_ + 1 < characters_.size() &&
                             !is_space(value(at_ + 1)) && value(at_ + 1) != U'-';
    if (is_operator) ++at_;
    return is_operator;
  }

  // ("a phrase") and the like: the bracket does not turn the quote into a part of a word.
  void skip_punctuation_before_quote() {
    std::size_t end = at_;
    while (end < characters_.size() && is_ascii_punctuation(value(end)) && value(end) != U'-' &&
           value(end) != U'"') {
      ++end;
    }
    if (end < characters_.size() && is_quote_mark(value(end))) at_ = end;
  }

  void read_word(std::size_t start, bool excluded) {
    const std::size_t begin = at_;
    while (!at_end() && !is_space(value(at_)) &&
           (value(at_) == U'"' || !is_quote_mark(value(at_)))) {
      ++at_;
    }
    std::vector<std::string> words;
    append_word(words, begin, at_);
    append_part(excluded ? query_.excluded : query_.words, start, std::move(words));
  }

  void read_phrase(std::size_t start, bool excluded) {
    const std::size_t opener = at_++;
    const std::optional<std::size_t> closer = find_closer(opener);
    if (!closer && !excluded) return;
    const std::size_t end = closer.value_or(characters_.size());
    std::vector<std::string> words;
    std::size_t begin = opener + 1;
    for (std::size_t i = begin; i < end; ++i) {
      if (!is_space(value(i)) && (!is_quote_mark(value(i)) || is_gershayim(i))) continue;
      append_word(words, begin, i);
      begin = i + 1;
    }
    append_word(words, begin, end);
    at_ = closer ? end + 1 : end;
    append_part(excluded ? query_.excluded : query_.phrases, start, std::move(words));
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
      words.emplace_back(slice(text_, {offset(begin), offset(end)}));
      return;
    }
  }

  // Adds what was read from character `start` up to here, unless it came to nothing.
  void append_part(std::vector<QueryPart>& parts, std::size_t start,
                   std::vector<std::string> words) const {
    if (words.empty()) return;
    parts.push_back({std::move(words), {offset(start), offset(at_)}});
  }

  std::string_view text_;
  std::vector<Character> characters_;
  std::size_t at_ = 0;       // index of the next character
  std::u32string unpaired_;  // opening marks known to have no partner ahead: keeps the time linear
  Query query_;
};

// The text up to the first bad byte, on its own line, and a caret under that byte.
std::string point_at_byte(std::string_view text, std::size_t offset) {
  constexpr std::size_t kShown = 40;
  std::string before;
  for (std::size_t at = 0; at < offset;) {
    const CodePoint code_point = code_point_at(text, at);
    if (offset - at <= kShown) {
      before += is_space(code_point.value) ? " " : text.substr(at, code_point.size);
    }
    at += code_point.size;
  }
  const auto indent = static_cast<std::size_t>(display_width(before));
  return "  " + before + "\uFFFD\n  " + std::string(indent, ' ') + '^';
}

}  // namespace

Result<Query> parse_query(std::string_view text) {
  if (text.size() > kMaxQueryBytes) {
    return Error{ErrorKind::kRequest, "the query is " + std::to_string(text.size()) +
                                          " bytes long; shorten it to at most " +
                                          std::to_string(kMaxQueryBytes)};
  }
  if (const auto invalid = find_invalid_utf8(text)) {
    return Error{ErrorKind::kRequest,
                 "the query is not UTF-8 at byte " + std::to_string(*invalid) +
                     "; send UTF-8, on a terminal by a locale such as C.UTF-8",
                 point_at_byte(text, *invalid)};
  }
  return QueryReader(text).read();
}

}  // namespace dateline
