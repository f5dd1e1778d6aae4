// Fast in front, ICU behind. ICU finds the words of UTF-8 at some 35 MB/s, one state machine step
// and several calls per character. Most news needs only a few of its rules: those for letters,
// digits, connectors and the punctuation that may stand inside a word (UAX #29 WB5 to WB13b). They
// are written out below for every character that can be decided by looking at its Word_Break class
// alone; anything else is "hard": combining marks and joiners, Hebrew (its rules for quotes),
// dictionary scripts, kana, emoji sequences.
//
// The text is cut at ASCII white space into chunks. A chunk without a hard character is broken
// here; from a chunk with one, ICU takes over until the next chunk without. The cut is safe: no
// rule joins white space to what follows it except WB3d (space to space, no word) and WB4 (a mark
// after a space belongs to the space; at the start of a text it stands alone; it is no word either
// way), and the dictionaries see only runs of their own script. word_breaker_test.cpp compares with
// ICU alone.
//
// Two things are not in UAX #29 but in ICU 72's root rules: '@' is a letter, ':' is none inside a
// word.

#include "common/text/word_breaker.h"

#include <array>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

namespace dateline {
namespace {

enum class WordClass : std::uint8_t {
  kLetter,
  kDigit,
  kConnector,  // joins letters and digits on either side: "_"
  kOther,
  kMidLetter,  // inside a word between two letters
  kMidDigit,   // inside a number between two digits
  kMidAny,     // either: "." and apostrophes
  kSpace,      // ASCII white space
  kHard,
};

WordClass class_of(UChar32 c) {
  if (c == ' ' || (c >= '\t' && c <= '\r')) return WordClass::kSpace;
  if (c == '@') return WordClass::kLetter;
  if (c == ':') return WordClass::kOther;
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return WordClass::kLetter;
    case U_WB_NUMERIC:
      return WordClass::kDigit;
    case U_WB_EXTENDNUMLET:
      return WordClass::kConnector;
    case U_WB_MIDLETTER:
      return WordClass::kMidLetter;
    case U_WB_MIDNUM:
      return WordClass::kMidDigit;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
      return WordClass::kMidAny;
    case U_WB_OTHER:
    case U_WB_DOUBLE_QUOTE:  // matters next to Hebrew only
    case U_WB_WSEGSPACE:
    case U_WB_NEWLINE:
      return WordClass::kOther;
    default:
      return WordClass::kHard;
  }
}

// Classes of U+0000..U+07FF (Latin, Greek, Cyrillic, Armenian, Arabic) and of U+1E00..U+206F (more
// Latin and Greek, general punctuation); all other characters are hard.
constexpr std::size_t kLowSize = 0x800;
constexpr UChar32 kHighFirst = 0x1E00;
constexpr std::size_t kHighSize = 0x2070 - kHighFirst;
using ClassTable = std::array<WordClass, kLowSize + kHighSize>;

const ClassTable& class_table() {
  static const ClassTable table = [] {
    ClassTable classes{};
    for (std::size_t i = 0; i < classes.size(); ++i) {
      const auto index = static_cast<UChar32>(i);
      classes[i] = class_of(i < kLowSize ? index : index - UChar32{kLowSize} + kHighFirst);
    }
    return classes;
  }();
  return table;
}

struct Classified {
  WordClass word_class = WordClass::kSpace;
  std::size_t size = 0;  // bytes; 1 for a hard character
};

bool makes_words(WordClass c) { return c <= WordClass::kConnector; }

// Steps through the characters of a text by class.
class ClassReader {
 public:
  explicit ClassReader(std::string_view text) : text_(text), table_(class_table()) {}

  // At the end of the text: a space.
  Classified at(std::size_t position) const {
    if (position >= text_.size()) return {};
    const std::uint32_t lead = byte(position);
    if (lead < 0x80) return {table_[lead], 1};
    if (lead < 0xE0) {
      if (position + 1 >= text_.size()) return {WordClass::kHard, 1};
      return {table_[(lead & 0x1F) << 6 | (byte(position + 1) & 0x3F)], 2};
    }
    if (lead >= 0xF0 || position + 2 >= text_.size()) return {WordClass::kHard, 1};
    const std::uint32_t code_point =
        (lead & 0x0F) << 12 | (byte(position + 1) & 0x3F) << 6 | (byte(position + 2) & 0x3F);
    const std::uint32_t index = code_point - kHighFirst;
    if (index >= kHighSize) return {WordClass::kHard, 1};
    return {table_[kLowSize + index], 3};
  }

  // One past the word that starts at `position`, as far as it has no hard character.
  std::size_t word_end(std::size_t position) const {
    WordClass previous = WordClass::kOther;
    for (;;) {
      Classified current = at(position);
      while (makes_words(current.word_class)) {
        previous = current.word_class;
        position += current.size;
        current = at(position);
      }
      const WordClass mid = current.word_class;
      if (mid != WordClass::kMidAny && mid != WordClass::kMidLetter &&
          mid != WordClass::kMidDigit) {
        return position;
      }
      const WordClass joined =
          mid == WordClass::kMidAny
              ? previous
              : (mid == WordClass::kMidLetter ? WordClass::kLetter : WordClass::kDigit);
      if (previous != joined || previous == WordClass::kConnector ||
          at(position + current.size).word_class != joined) {
        return position;
      }
      position += current.size;
    }
  }

  // One past the white space after the chunk that `position` lies in.
  std::size_t next_chunk(std::size_t position) const {
    while (position < text_.size() && !is_space(position)) ++position;
    while (position < text_.size() && is_space(position)) ++position;
    return position;
  }

  bool is_hard_chunk(std::size_t position) const {
    for (;;) {
      const Classified current = at(position);
      if (current.word_class == WordClass::kHard) return true;
      if (current.word_class == WordClass::kSpace) return false;
      position += current.size;
    }
  }

 private:
  std::uint32_t byte(std::size_t position) const {
    return static_cast<std::uint8_t>(text_[position]);
  }
  bool is_space(std::size_t position) const {
    return byte(position) < 0x80 && table_[byte(position)] == WordClass::kSpace;
  }

  std::string_view text_;
  const ClassTable& table_;
};

// ICU is given runs of at most about this size, cut between chunks, to bound its memory.
constexpr std::size_t kLongRun = 65'536;

std::size_t hard_run_end(const ClassReader& reader, std::size_t start) {
  std::size_t end = reader.next_chunk(start);
  while (end - start < kLongRun && reader.is_hard_chunk(end)) end = reader.next_chunk(end);
  return end;
}

void check(UErrorCode status) {
  if (U_FAILURE(status)) {
    throw std::runtime_error(std::string("ICU cannot break words (") + u_errorName(status) +
                             "), reinstall its data");
  }
}

}  // namespace

void WordBreaker::CloseIterator::operator()(UBreakIterator* iterator) const {
  ubrk_close(iterator);
}

WordBreaker::WordBreaker() {
  UErrorCode status = U_ZERO_ERROR;
  iterator_.reset(ubrk_open(UBRK_WORD, "", nullptr, 0, &status));
  check(status);
}

WordBreaker::~WordBreaker() = default;
WordBreaker::WordBreaker(WordBreaker&&) noexcept = default;
WordBreaker& WordBreaker::operator=(WordBreaker&&) noexcept = default;

void WordBreaker::append_words_of_icu(std::string_view text, const ByteRange& run,
                                      std::vector<ByteRange>& words) {
  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data() + run.start, static_cast<std::int64_t>(run.size()), &status);
  ubrk_setUText(iterator_.get(), &source, &status);
  check(status);
  std::size_t start = run.start;
  for (std::int32_t next = ubrk_next(iterator_.get()); next != UBRK_DONE;
       next = ubrk_next(iterator_.get())) {
    const std::size_t end = run.start + static_cast<std::size_t>(next);
    if (ubrk_getRuleStatus(iterator_.get()) != UBRK_WORD_NONE) words.push_back({start, end});
    start = end;
  }
  utext_close(&source);
}

std::vector<ByteRange> WordBreaker::words(std::string_view text) {
  std::vector<ByteRange> words;
  words.reserve(text.size() / 5);
  const ClassReader reader(text);
  std::size_t chunk = 0;  // where the chunk started
  std::size_t words_before_chunk = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Classified current = reader.at(at);
    if (makes_words(current.word_class)) {
      const std::size_t end = reader.word_end(at);
      const bool lone_connector =
          current.word_class == WordClass::kConnector && end == at + current.size;
      if (!lone_connector) words.push_back({at, end});
      at = end;
    } else if (current.word_class == WordClass::kHard) {
      words.resize(words_before_chunk);
      at = hard_run_end(reader, chunk);
      append_words_of_icu(text, {chunk, at}, words);
      chunk = at;
      words_before_chunk = words.size();
    } else {
      at += current.size;
      if (current.word_class == WordClass::kSpace) {
        chunk = at;
        words_before_chunk = words.size();
      }
    }
  }
  return words;
}

}  // namespace dateline
