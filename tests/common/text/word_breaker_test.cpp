#include "common/text/word_breaker.h"

#include <random>
#include <string>

#include <catch2/catch.hpp>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

namespace dateline {
namespace {

std::string list(std::string_view text, const std::vector<ByteRange>& words) {
  std::string list;
  for (const ByteRange& word : words) {
    if (!list.empty()) list += '|';
    list += slice(text, word);
  }
  return list;
}

std::string words_of(std::string_view text) {
  static WordBreaker breaker;
  return list(text, breaker.words(text));
}

std::vector<ByteRange> words_of_icu(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  static UBreakIterator* iterator = ubrk_open(UBRK_WORD, "", nullptr, 0, &status);
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
  ubrk_setUText(iterator, &source, &status);
  REQUIRE(U_SUCCESS(status));
  std::vector<ByteRange> words;
  std::size_t start = 0;
  for (int next = ubrk_next(iterator); next != UBRK_DONE; next = ubrk_next(iterator)) {
    const auto end = static_cast<std::size_t>(next);
    if (ubrk_getRuleStatus(iterator) != UBRK_WORD_NONE) words.push_back({start, end});
    start = end;
  }
  utext_close(&source);
  return words;
}

std::string encode(UChar32 code_point) {
  char bytes[U8_MAX_LENGTH];
  int size = 0;
  U8_APPEND_UNSAFE(bytes, size, code_point);
  return {bytes, static_cast<std::size_t>(size)};
}

void check_as_icu(WordBreaker& breaker, const std::string& text) {
  if (breaker.words(text) == words_of_icu(text)) return;
  CAPTURE(text);
  CHECK(list(text, breaker.words(text)) == list(text, words_of_icu(text)));
}

// What meets in news, and what the rules treat specially.
const std::vector<std::string> news_alphabet = {
    "a",      "b",      "Z",      "s",      "the",    "don",    "0",      "7",      "2023",
    "'",      "'",      ".",      ".",      ",",      ":",      ";",      "_",      "-",
    "@",      "#",      "/",      "\"",     "(",      "&",      " ",      " ",      " ",
    " ",      "\n",     "\t",     "\r\n",   "\u00A0", "\u2019", "\u2018", "\u201C", "\u201D",
    "\u2013", "\u2014", "\u2026", "\u00B7", "\u00AD", "é",      "ş",      "ı",      "Ж",
    "й",      "ω",      "ա",      "א",      "ב",      "״",      "ع",      "ر",      "\u064E",
    "\u066C", "٣",      "\u0301", "\u0308", "北",     "京",     "市",     "長",     "か",
    "な",     "カ",     "ー",     "한",     "ไ",      "ท",      "ย",      "า",      "สวัสดี",
    "ลาว",    "ខ",      "क",      "\u094D", "ष",      "ि",      "०",      "😀",      "👩",
    "\u200D", "🇦",      "🇿",      "\uFE0F", "\u20E3", "©",      "\u200B", "\u2060", "\uFEFF",
    "½",      "²",      "ª",      "ﬁ",      "𝐀",      "\u1E9E", "\u0483"};

}  // namespace

TEST_CASE("Words are what Unicode says they are", "[text][word_breaker]") {
  CHECK(words_of("It cost 3.5 or 1,000, they said.") == "It|cost|3.5|or|1,000|they|said");
  CHECK(words_of("Don't ask the U.S. about O’Neill’s") == "Don't|ask|the|U.S|about|O’Neill’s");
  CHECK(words_of("a_b well-known example.com 12:30") == "a_b|well|known|example.com|12|30");
  CHECK(words_of("“Quoted” – words…") == "Quoted|words");
  CHECK(words_of("Bakı Москва Straße naïve") == "Bakı|Москва|Straße|naïve");
  CHECK(words_of("สวัสดีชาวโลก and 北京市") == "สวัสดี|ชาว|โลก|and|北京市");
  CHECK(words_of("").empty());
  CHECK(words_of(" \n – ").empty());
}

TEST_CASE("Every character is treated as ICU treats it", "[text][word_breaker]") {
  struct Context {
    const char* before;
    const char* after;
  };
  WordBreaker breaker;
  for (UChar32 c = 1; c < 0x3100; ++c) {
    for (const Context& context : {Context{"", ""},
                                   {"a", "a"},
                                   {"1", "1"},
                                   {"a", "1"},
                                   {"", "a"},
                                   {"_", "_"},
                                   {"a.", ""},
                                   {"a ", " b"},
                                   {"\n", "\u0301"}}) {
      std::string text = context.before;
      text += encode(c);
      text += context.after;
      check_as_icu(breaker, text);
    }
  }
}

TEST_CASE("The fast path and ICU agree on random texts", "[text][word_breaker]") {
  WordBreaker breaker;
  std::mt19937 random(20230301);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    // Small alphabets bring rare characters together more often than the whole one.
    const std::size_t width = 2 + random() % (round % 2 == 0 ? 6 : news_alphabet.size());
    const std::size_t first = random();
    const std::size_t length = 1 + random() % 40;
    for (std::size_t i = 0; i < length; ++i) {
      const std::size_t letter = random() % width;
      const std::size_t spread = round % 2 == 0 ? (letter * 7919 + first) : (letter + first);
      text += news_alphabet[spread % news_alphabet.size()];
    }
    check_as_icu(breaker, text);
  }
}

TEST_CASE("Runs longer than ICU is given at once are broken alike", "[text][word_breaker]") {
  WordBreaker breaker;
  std::string text;
  while (text.size() < 200'000) text += "北京市長 สวัสดีชาวโลก ";
  check_as_icu(breaker, text);
}

}  // namespace dateline
