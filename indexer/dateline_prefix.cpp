#include "indexer/dateline_prefix.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "common/text/letter_fold.h"
#include "indexer/text_cursor.h"

namespace dateline {
namespace {

constexpr std::size_t kLookahead = 200;  // bytes in which place, date and separator stand
constexpr std::size_t kLongestPlace = 120;
constexpr int kMostPlaceWords = 9;

std::string_view front_of(std::string_view paragraph) {
  std::size_t end = std::min(paragraph.size(), kLookahead);
  while (end > 0 && end < paragraph.size() &&
         (static_cast<unsigned char>(paragraph[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return paragraph.substr(0, end);
}

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that lead a date into a sentence.
bool opens_sentence(std::string_view folded) {
  constexpr std::array kPrepositions = std::to_array<std::string_view>(
      {"on",  "in", "at",    "since", "by",  "until", "from", "before", "after", "the", "this",
       "as",  "am", "vom",   "seit",  "ab",  "bis",   "zum",  "der",    "den",   "le",  "depuis",
       "du",  "el", "desde", "hasta", "em",  "no",    "dal",  "il",     "al",    "op",  "den",
       "с",   "до", "в",     "к",     "от",  "по",    "на",   "от",     "від",   "у",   "з",
       "dia", "в",  "في",    "منذ",   "يوم", "در",    "ב",    "na",     "w",     "dne", "od"});
  return contains(kPrepositions, folded);
}

bool joins_names(std::string_view word) {
  constexpr std::array kJoints = std::to_array<std::string_view>(
      {"de", "del", "of",  "and", "la",  "le", "les", "der", "am", "an",   "sur",
       "do", "da",  "dos", "y",   "und", "el", "al",  "di",  "на", "upon", "near"});
  return contains(kJoints, word);
}

bool is_caseless(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  return (first >= 0xD6 && first <= 0xE0) || (first >= 0xE3 && first < 0xF0);
}

// "BAKU, Azerbaijan, " or "(Reuters) ST. LOUIS, " or nothing: names only.
bool is_place(std::string_view before) {
  if (before.size() > kLongestPlace) return false;
  int words = 0;
  std::string last;
  std::size_t at = 0;
  while (at < before.size()) {
    TextCursor cursor(before, at);
    const std::string_view word = cursor.take_word();
    if (word.empty()) {
      // A full stop inside is part of a word ("St."); sentences do not end here.
      if (std::string_view("!?;\"").find(before[at]) != std::string_view::npos) return false;
      ++at;
      while (at < before.size() && (static_cast<unsigned char>(before[at]) & 0xC0U) == 0x80U) ++at;
      continue;
    }
    at = cursor.at();
    last = fold_letters(word);
    const bool name = starts_with_capital(word) || is_caseless(word) || joins_names(word);
    if (!name || ++words > kMostPlaceWords) return false;
  }
  return words == 0 || !opens_sentence(last);
}

bool is_capitals(std::string_view word) {
  return word.size() >= 3 && starts_with_capital(word) &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// True if what stands after the date parts a dateline from its story.
bool is_separator(std::string_view after) {
  TextCursor cursor(after, 0);
  cursor.skip_blanks();
  for (const std::string_view sign :
       {"电", "電", "讯", "訊", "--", "—", "―", "(", "（", "/", ":", "["}) {
    TextCursor ahead = cursor;
    if (ahead.take(sign)) return !ahead.at_digit();
  }
  const bool blank_before = cursor.at() > 0;
  TextCursor ahead = cursor;
  if (ahead.take("-") || ahead.take("–") || ahead.take("−") || ahead.take("=")) {
    const bool blank_after = ahead.at_end() || ahead.take(" ");
    return (blank_before || blank_after) && !ahead.at_digit();
  }
  // "BAKU, February 28, AZERTAC" and "MOSCOW. February 28. INTERFAX"
  if (cursor.take_any(",.") == 0 && !cursor.take("،")) return false;
  cursor.skip_blanks();
  TextCursor before_sign = cursor;
  if (cursor.take("--") || cursor.take("—") || cursor.take("–") || cursor.take("/") ||
      cursor.take("(") || cursor.take("- ")) {
    return true;
  }
  return is_capitals(before_sign.take_word());
}

}  // namespace

std::optional<DateMention> date_in_dateline(std::string_view paragraph, std::string_view language) {
  const std::string_view front = front_of(paragraph);
  for (const DateMention& mention : scan_dates(front, language)) {
    const auto precision = mention.date.precision();
    if (precision != DatePrecision::kDay && precision != DatePrecision::kMonthDay) continue;
    const std::string_view before = front.substr(0, mention.span.start);
    if (!is_place(before)) return std::nullopt;
    if (is_separator(front.substr(mention.span.end))) return mention;
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace dateline
