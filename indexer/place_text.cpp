#include "indexer/place_text.h"

#include <utility>

#include "common/ascii_letters.h"
#include "common/text/letters.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestWord = 200;
constexpr char32_t kAsciiEnd = 0x80;

// What was seen since the last word, one bit each.
enum GapSign : unsigned {
  kSpaceSign = 1,
  kLineSign = 2,
  kEmptyLineSign = 4,
  kHyphenSign = 8,
  kTwoHyphensSign = 16,
  kApostropheSign = 32,
  kPeriodSign = 64,
  kCommaSign = 128,
  kBracketSign = 256,
  kOtherSign = 512,
};

unsigned sign_of(char32_t code_point) {
  switch (code_point) {
    case U' ':
    case U'\t':
    case U'\u00A0':
    case U'\u202F':
      return kSpaceSign;
    case U'\n':
      return kLineSign;
    case U'-':
    case U'\u2010':
    case U'\u2011':
    case U'\u2013':
    case U'\u00B7':
    case U'\u30FB':
      return kHyphenSign;
    case U'\u2014':
      return kTwoHyphensSign;
    case U'\'':
    case U'\u2018':
    case U'\u2019':
    case U'\u02BB':
    case U'\u02BC':
      return kApostropheSign;
    case U'.':
      return kPeriodSign;
    case U',':
    case U'\u060C':
      return kCommaSign;
    case U'(':
    case U')':
    case U'[':
    case U']':
    case U'\uFF08':
    case U'\uFF09':
      return kBracketSign;
    default:
      return kOtherSign;
  }
}

unsigned add_sign(unsigned seen, unsigned sign) {
  if (sign == kLineSign && (seen & kLineSign) != 0) sign = kEmptyLineSign;
  if (sign == kHyphenSign && (seen & kHyphenSign) != 0) sign = kTwoHyphensSign;
  return seen | sign;
}

Gap gap_of(unsigned seen) {
  constexpr unsigned kBlank = kSpaceSign | kLineSign;
  if ((seen & kEmptyLineSign) != 0) return Gap::kBreak;
  if ((seen & kTwoHyphensSign) != 0) return Gap::kDash;
  const bool alone = (seen & ~static_cast<unsigned>(kHyphenSign)) == 0;
  if ((seen & kHyphenSign) != 0) return alone ? Gap::kHyphen : Gap::kDash;
  if ((seen & kOtherSign) != 0) return Gap::kBreak;
  if ((seen & kBracketSign) != 0) return Gap::kBracket;
  if ((seen & kCommaSign) != 0) return Gap::kComma;
  if ((seen & kPeriodSign) != 0) return Gap::kPeriod;
  if ((seen & kApostropheSign) != 0) return (seen & kBlank) != 0 ? Gap::kBreak : Gap::kApostrophe;
  return seen != 0 ? Gap::kSpace : Gap::kNone;
}

// Letters that may stand in one word: a change of class starts a new one.
enum class LetterClass : std::uint8_t { kNone, kCased, kUncased, kHiragana, kKatakana, kUnspaced };

LetterClass class_of(LetterKind kind) {
  switch (kind) {
    case LetterKind::kNone:
    case LetterKind::kMark:
      return LetterClass::kNone;
    case LetterKind::kDigit:
    case LetterKind::kUpper:
    case LetterKind::kLower:
      return LetterClass::kCased;
    case LetterKind::kUncased:
      return LetterClass::kUncased;
    case LetterKind::kHiragana:
      return LetterClass::kHiragana;
    case LetterKind::kKatakana:
      return LetterClass::kKatakana;
    case LetterKind::kUnspaced:
      return LetterClass::kUnspaced;
  }
  return LetterClass::kNone;
}

// Soft hyphens, joiners and marks of direction: within a word they are skipped, after it no part.
bool is_invisible(char32_t code_point) {
  return code_point == 0xAD || (code_point >= 0x200B && code_point <= 0x200F) ||
         (code_point >= 0x202A && code_point <= 0x202E) ||
         (code_point >= 0x2060 && code_point <= 0x206F) || code_point == 0xFEFF;
}

std::size_t ascii_letters(std::string_view text, std::size_t at) {
  const std::size_t start = at;
  while (at < text.size() && (text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z') ++at;
  return at - start;
}

class PlaceTextReader {
 public:
  PlaceText read(std::string_view text) {
    text_.folded.reserve(text.size());
    text_.words.reserve(text.size() / 5);
    for (std::size_t at = 0; at < text.size();) {
      if (const std::size_t run = ascii_letters(text, at); run > 0) {
        take_ascii(text.substr(at, run), at);
        at += run;
        continue;
      }
      const CodePoint code_point = code_point_at(text, at);
      if (joins_hebrew(code_point, text.substr(at + code_point.size))) {
        at += code_point.size;
        continue;
      }
      take(code_point, letter_of(code_point.value), at);
      at += code_point.size;
    }
    finish_word();
    return std::move(text_);
  }

 private:
  void take(CodePoint code_point, Letter letter, std::size_t at) {
    if (letter.kind == LetterKind::kMark) {
      if (!open_ || is_invisible(code_point.value)) return;
      word_.range.end = at + code_point.size;
      word_.marked = true;
      return;
    }
    const LetterClass letters = class_of(letter.kind);
    if (letters == LetterClass::kNone) {
      finish_word();
      take_punctuation(code_point, at);
      return;
    }
    if (open_ && (letters != class_ || letters == LetterClass::kUnspaced)) finish_word();
    if (!open_) start_word(letter, letters, at);
    if (code_point.value >= kAsciiEnd && letter.folded < kAsciiEnd) word_.marked = true;
    add_letter(letter, at + code_point.size);
  }

  // The mark in an abbreviation, before its last letter: "ארה״ב".
  bool joins_hebrew(CodePoint mark, std::string_view after) const {
    constexpr char32_t kGershayim = 0x05F4;
    if (!open_ || class_ != LetterClass::kUncased || after.empty()) return false;
    if (mark.value != U'"' && mark.value != kGershayim) return false;
    const auto is_hebrew = [](char32_t letter) { return letter >= 0x05D0 && letter <= 0x05EA; };
    return is_hebrew(last_letter_) && is_hebrew(code_point_at(after, 0).value);
  }

  // The same as take() for each letter of a run of them; most text is such runs.
  void take_ascii(std::string_view run, std::size_t at) {
    if (open_ && class_ != LetterClass::kCased) finish_word();
    if (!open_) {
      const LetterKind kind = is_ascii_capital(run[0]) ? LetterKind::kUpper : LetterKind::kLower;
      start_word({0, kind}, LetterClass::kCased, at);
    }
    word_.range.end = at + run.size();
    letter_count_ += run.size();
    const std::size_t start = text_.folded.size();
    text_.folded += run;
    for (std::size_t i = start; i < text_.folded.size(); ++i) {
      char& letter = text_.folded[i];
      all_capitals_ = all_capitals_ && is_ascii_capital(letter);
      letter = static_cast<char>(letter | 0x20);
    }
    const std::size_t longest = word_.folded_at + kLongestWord;
    if (text_.folded.size() > longest) text_.folded.resize(longest);
  }

  void take_punctuation(CodePoint code_point, std::size_t at) {
    if (code_point.value == U'&') {
      start_word({U'a', LetterKind::kLower}, LetterClass::kCased, at);
      for (const char32_t letter : {U'a', U'n', U'd'}) {
        add_letter({letter, LetterKind::kLower}, at + code_point.size);
      }
      finish_word();
      return;
    }
    const unsigned sign = sign_of(code_point.value);
    if (seen_ == 0 && sign == kPeriodSign && !text_.words.empty()) {
      text_.words.back().period_after = true;
    }
    seen_ = add_sign(seen_, sign);
  }

  void start_word(Letter letter, LetterClass letters, std::size_t at) {
    open_ = true;
    class_ = letters;
    word_ = PlaceWord{};
    word_.range.start = at;
    word_.folded_at = static_cast<std::uint32_t>(text_.folded.size());
    word_.gap = gap_of(seen_);
    const bool after_initials = !text_.words.empty() && text_.words.back().dotted;
    if (after_initials && word_.gap == Gap::kPeriod) word_.gap = Gap::kSpace;  // "U.S. troops"
    if (letter.kind == LetterKind::kDigit) word_.form = WordForm::kNumber;
    if (letter.kind == LetterKind::kUpper) word_.form = WordForm::kCapital;
    if (letters != LetterClass::kCased) word_.form = WordForm::kUncased;
    all_capitals_ = true;
    letter_count_ = 0;
  }

  void add_letter(Letter letter, std::size_t end) {
    word_.range.end = end;
    last_letter_ = letter.folded;
    ++letter_count_;
    if (letter.kind == LetterKind::kLower) all_capitals_ = false;
    if (text_.folded.size() - word_.folded_at < kLongestWord) {
      append_utf8(text_.folded, letter.folded);
    }
  }

  void finish_word() {
    if (!open_) return;
    open_ = false;
    word_.folded_size = static_cast<std::uint16_t>(text_.folded.size() - word_.folded_at);
    if (word_.form == WordForm::kCapital && all_capitals_ && letter_count_ > 1) {
      word_.form = WordForm::kCapitals;
    }
    if (!joins_initials()) {
      text_.words.push_back(word_);
    } else {
      join_initials();
    }
    seen_ = 0;
  }

  bool is_initial(const PlaceWord& word) const {
    return word.dotted || (word.form == WordForm::kCapital && word.folded_size <= 2);
  }

  // "U.S.": single capitals with a period and nothing else between them are one word.
  bool joins_initials() const {
    if (text_.words.empty() || seen_ != kPeriodSign || letter_count_ != 1) return false;
    return word_.form == WordForm::kCapital && is_initial(text_.words.back());
  }

  void join_initials() {
    PlaceWord& initials = text_.words.back();
    initials.range.end = word_.range.end;
    initials.folded_size = static_cast<std::uint16_t>(initials.folded_size + word_.folded_size);
    initials.form = WordForm::kCapitals;
    initials.dotted = true;
    initials.period_after = false;
  }

  PlaceText text_;
  PlaceWord word_;
  LetterClass class_ = LetterClass::kNone;
  unsigned seen_ = kOtherSign;
  std::size_t letter_count_ = 0;
  char32_t last_letter_ = 0;  // folded, of the open word
  bool open_ = false;
  bool all_capitals_ = false;
};

}  // namespace

PlaceText read_place_text(std::string_view text) { return PlaceTextReader().read(text); }

}  // namespace dateline
