// A stop ends a sentence unless something speaks against it. In order:
//   the next letter is small         "What?" he asked. Apple Inc. said. 5 млн. рублей
//   no space follows                 example.com, U.S., 3.5 - but guests.Let and Caucasus.”The end
//   the word before is short for     Mr. Smith, Sept. 11, J. R. Smith, z. B.; where both is
//   possible another                          ("U.S.", "p.m."), only a typical first word makes an
//   end it is a number in a list         1. First item
// The marks of scripts that use no abbreviations with them (。！？ । ۔ ؟ ։ ።) end without a doubt.
//
// A statistical model (Punkt, or one trained on news) finds a few ends more in English, but needs a
// model per language and gives no reason for what it does; rules cost 2 ns a byte and fail in ways
// that can be looked up here.

#include "common/text/sentence_stop.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "common/text/abbreviations.h"
#include "common/text/glued_stop.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

enum class StopKind { kNone, kFullStop, kEllipsis, kExclamation, kCertain };

StopKind kind_of(char32_t c) {
  switch (c) {
    case U'.':
      return StopKind::kFullStop;
    case U'…':
      return StopKind::kEllipsis;
    case U'!':
    case U'?':
    case U'‼':
    case U'⁇':
    case U'⁈':
    case U'⁉':
    case U'\u037E':  // Greek question mark
      return StopKind::kExclamation;
    case U'。':
    case U'｡':
    case U'．':
    case U'！':
    case U'？':
    case U'؟':
    case U'۔':
    case U'।':
    case U'॥':
    case U'։':
    case U'።':
    case U'፧':
    case U'။':
    case U'។':
      return StopKind::kCertain;
    default:
      return StopKind::kNone;
  }
}

bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }
bool is_digit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)) != 0; }
bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool is_word(char32_t c) { return u_isalnum(static_cast<UChar32>(c)) != 0; }

// Georgian letters count as small in Unicode, but sentences start with them.
bool is_small(char32_t c) {
  return u_islower(static_cast<UChar32>(c)) != 0 && !(c >= 0x10D0 && c <= 0x10FF);
}

bool is_kana(char32_t c) { return c >= 0x3041 && c <= 0x30FF; }

constexpr std::u32string_view kClosers = U"”’»)]}›」』）】》〉";
constexpr std::u32string_view kOpeners = U"“‘«„‚‹([{¿¡「『（【《〈\"'";
constexpr std::u32string_view kEitherWay = U"\"'“‘«";  // close in some places or languages

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

bool continues(char32_t c) { return is_small(c) || contains(U",;:)]}”’", c); }

// Reads a text character by character; past its end it reads NUL.
struct Reader {
  std::string_view text;
  std::size_t at = 0;

  bool at_end() const { return at >= text.size(); }
  char32_t peek() const { return at_end() ? U'\0' : code_point_at(text, at).value; }
  void skip() {
    if (!at_end()) at += code_point_at(text, at).size;
  }
  Reader next() const {
    Reader ahead = *this;
    ahead.skip();
    return ahead;
  }
};

// Past closing marks. A mark that may also open closes here if nothing that could be quoted
// follows.
Reader skip_closers(Reader reader, bool quote_is_open) {
  for (;;) {
    const char32_t c = reader.peek();
    const Reader after = reader.next();
    const char32_t follower = after.peek();
    const bool closes =
        contains(kClosers, c) ||
        (contains(kEitherWay, c) && (after.at_end() || is_space(follower) ||
                                     contains(kClosers, follower) || follower == U',')) ||
        (c == U'"' && quote_is_open);
    // French puts a space before its closing guillemet.
    if (!closes && (c == U'\u00A0' || c == U'\u202F' || c == U' ') && follower == U'»') {
      reader = after;
      continue;
    }
    if (!closes) return reader;
    if (c == U'"') quote_is_open = false;
    reader = after;
  }
}

// What comes after a stop and the space behind it.
struct Follower {
  bool exists = false;    // false at the end of the text and before a blank line
  bool quoted = false;    // an opening mark stands before it
  char32_t first = 0;     // its first character that is no opening mark
  std::string_view word;  // its first letters
  bool has_stop = false;  // a full stop directly after the word
};

Follower follower_from(Reader reader) {
  Follower follower;
  int newlines = 0;
  for (; !reader.at_end() && is_space(reader.peek()); reader.skip()) {
    if (reader.peek() == U'\n' && ++newlines == 2) return follower;
  }
  constexpr int kMostOpeners = 4;
  for (int i = 0; i < kMostOpeners && contains(kOpeners, reader.peek()); ++i) {
    follower.quoted = true;
    reader.skip();
  }
  follower.exists = !reader.at_end();
  follower.first = reader.peek();
  const std::size_t start = reader.at;
  constexpr std::size_t kLongestStarter = 32;
  while (reader.at - start < kLongestStarter &&
         (is_letter(reader.peek()) || reader.peek() == U'\'' || reader.peek() == U'’')) {
    reader.skip();
  }
  follower.word = reader.text.substr(start, reader.at - start);
  follower.has_stop = reader.peek() == U'.';
  return follower;
}

bool starts_sentence(const Follower& follower) {
  return !follower.has_stop && is_sentence_starter(follower.word);
}

// The letters, digits and dots before a stop, but no more of them than an abbreviation has; a
// longer word is given by its end.
std::string_view word_before(std::string_view text, std::size_t start, std::size_t stop) {
  constexpr std::size_t kLongest = 24;
  std::size_t at = stop;
  while (at > start && stop - at < kLongest) {
    const CodePoint c = code_point_before(text, at);
    if (!is_word(c.value) && c.value != U'.' && c.value != U'№' && c.value != U'º') break;
    at -= c.size;
  }
  while (at < stop && text[at] == '.') ++at;
  return text.substr(at, stop - at);
}

bool is_number(std::string_view word) {
  for (const char c : word) {
    if (c < '0' || c > '9') return false;
  }
  return !word.empty();
}

bool is_after_number(std::string_view text, std::size_t at) {
  while (at > 0 && is_space(code_point_before(text, at).value)) {
    at -= code_point_before(text, at).size;
  }
  return at > 0 && is_digit(code_point_before(text, at).value);
}

bool full_stop_is_final(std::string_view text, std::size_t stop, const Follower& follower,
                        const SentenceSoFar& so_far) {
  const std::string_view word = word_before(text, so_far.start, stop);
  if (word.empty()) return follower.first != U'.';
  const auto word_start = static_cast<std::size_t>(word.data() - text.data());
  constexpr std::size_t kLongestListNumber = 3;
  if (is_number(word)) {
    if (word_start == so_far.start && word.size() <= kLongestListNumber) return false;
    return word.size() > 2 || !follows_german_ordinal(follower.word);
  }
  switch (abbreviation_kind(word)) {
    case Abbreviation::kNone:
      return true;
    case Abbreviation::kNeverLast:
      return false;
    case Abbreviation::kBeforeNumber:
      return !is_digit(follower.first);
    case Abbreviation::kMayBeLast:
      break;
  }
  // A unit or the Russian year, "2020 г.", is one small letter after a number. It often ends a
  // sentence, but not one of a few words: "В 2020 г. Россия ...".
  constexpr std::size_t kFewWords = 24;
  const CodePoint letter = code_point_at(word, 0);
  const bool is_letter_alone = letter.size == word.size();
  if (is_letter_alone && is_small(letter.value) && is_after_number(text, word_start) &&
      stop - so_far.start > kFewWords) {
    return true;
  }
  return starts_sentence(follower) || (follower.quoted && !is_letter_alone);
}

// Whether a sentence starts at `reader` although no space stands before it.
bool is_final_without_space(const Reader& reader, StopKind kind, std::size_t stop, bool single,
                            bool closed) {
  const char32_t next = reader.peek();
  const bool opens = contains(kOpeners, next);
  const char32_t first = opens ? reader.next().peek() : next;
  if (closed || opens) {
    if (is_digit(first) || !is_word(first) || is_small(first)) return false;
    return closed || stop == 0 || is_small(code_point_before(reader.text, stop).value);
  }
  if (!is_letter(first)) return false;
  if (u_hasBinaryProperty(static_cast<UChar32>(first), UCHAR_IDEOGRAPHIC) || is_kana(first)) {
    return kind != StopKind::kFullStop ||
           (stop > 0 && is_letter(code_point_before(reader.text, stop).value));
  }
  if (single && kind != StopKind::kEllipsis) return is_glued_stop(reader.text, stop);
  return !is_small(first) && is_small(reader.next().peek());
}

}  // namespace

std::optional<SentenceStop> sentence_stop_at(std::string_view text, std::size_t at,
                                             const SentenceSoFar& so_far) {
  Reader reader{text, at};
  StopKind kind = kind_of(reader.peek());
  if (kind == StopKind::kNone) return std::nullopt;
  int stops = 0;
  for (StopKind next = kind; next != StopKind::kNone; next = kind_of(reader.peek())) {
    // The strongest of the run counts; two full stops are an ellipsis.
    if (next == StopKind::kFullStop && stops > 0) next = StopKind::kEllipsis;
    kind = std::max(kind, next);
    ++stops;
    reader.skip();
  }
  const std::size_t stops_end = reader.at;
  const char32_t last_stop = code_point_before(text, stops_end).value;
  reader = skip_closers(reader, so_far.quote_is_open);
  const bool closed = reader.at > stops_end;
  SentenceStop stop{reader.at, true};
  if (reader.at_end()) return stop;

  const char32_t next = reader.peek();
  if (kind == StopKind::kCertain) {
    // 「…。」と言った goes on; ３．５ is a number.
    stop.is_final = !(closed && is_kana(next)) && !(last_stop == U'．' && is_digit(next));
    return stop;
  }
  if (!is_space(next)) {
    stop.is_final = is_final_without_space(reader, kind, at, stops == 1, closed);
    return stop;
  }
  const Follower follower = follower_from(reader);
  if (!follower.exists) return stop;
  if (continues(follower.first)) {
    stop.is_final = false;
  } else if (kind == StopKind::kFullStop) {
    stop.is_final = full_stop_is_final(text, at, follower, so_far);
  }
  return stop;
}

bool continues_sentence(std::string_view text, std::size_t at) {
  return continues(code_point_at(text, at).value);
}

}  // namespace dateline
