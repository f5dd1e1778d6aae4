#include "indexer/date_parts.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "common/text/fold.h"
#include "common/text/letters.h"

namespace dateline {
namespace {

constexpr int kFirstYearOfWeb = 1990;
constexpr int kFirstShortYear = 70;  // '70 is 1970, '69 would be 2069
constexpr int kThaiYearOffset = 543;
constexpr std::size_t kLongestJoint = 8;  // bytes of "of", "de", "tháng"

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::optional<int> take_day(TextCursor& cursor) {
  const auto number = cursor.take_number(1, 2);
  if (!number || number->value < 1 || number->value > 31) return std::nullopt;
  TextCursor ahead = cursor;
  const std::string_view written = ahead.take_word();
  const std::string suffix = fold_letters(written);
  const bool small = !starts_with_capital(written) || written.size() > 1;  // "2O" is a misprint
  if (small && is_one_of(suffix, {"st", "nd", "rd", "th", "er", "o", "a", "e", "го", "րդ"})) {
    cursor = ahead;
  } else {
    for (const std::string_view sign : {"º", "°", "ª", "."}) cursor.take(sign);
  }
  return number->value;
}

std::optional<int> take_year(TextCursor& cursor, const DateLanguage& language) {
  TextCursor ahead = cursor;
  auto number = ahead.take_number(4, 4);
  if (!number) return take_run_on_year(cursor);
  int year = number->value;
  if (language.code == "th" && year > kLastWrittenYear) year -= kThaiYearOffset;
  if (year < kFirstWrittenYear || year > kLastWrittenYear) return std::nullopt;
  cursor = ahead;
  return year;
}

std::optional<int> take_run_on_year(TextCursor& cursor) {
  TextCursor ahead = cursor;
  const auto run = ahead.take_number(5, 6);
  if (!run || ahead.at() - cursor.at() != static_cast<std::size_t>(run->digits))
    return std::nullopt;
  const int year = run->digits == 5 ? run->value / 10 : run->value / 100;
  if (year < kFirstYearOfWeb || year > kLastWrittenYear) return std::nullopt;
  for (int digit = 0; digit < 4; ++digit) cursor.take_any("0123456789");
  return year;
}

std::optional<int> take_short_year(TextCursor& cursor) {
  TextCursor ahead = cursor;
  for (const std::string_view apostrophe : {"'", "\u2019", "\u2018"}) {
    if (ahead.take(apostrophe)) break;
  }
  const auto number = ahead.take_number(2, 2);
  if (!number) return std::nullopt;
  cursor = ahead;
  return number->value + (number->value >= kFirstShortYear ? 1900 : 2000);
}

// The month that the word is, alone, without a Hebrew preposition, or with the next word, which is
// then taken.
MonthName month_of(std::string_view word, TextCursor& cursor, const CalendarNames& names) {
  MonthName month = names.month(word);
  if (month.number != 0) return month;
  constexpr std::string_view kHebrewIn = "ב";  // "12 במרץ 2021": a letter before the name
  if (word.starts_with(kHebrewIn)) month = names.month(word.substr(kHebrewIn.size()));
  if (month.number != 0) return month;
  TextCursor second = cursor;  // "18 كانون الثاني": some months have two words
  second.skip_blanks();
  const std::string_view next = second.take_word();
  if (!next.empty()) month = names.month(std::string(word) + ' ' + std::string(next));
  if (month.number != 0) cursor = second;
  return month;
}

MonthName take_month_name(TextCursor& cursor, const DateLanguage& language) {
  TextCursor ahead = cursor;
  for (int words = 0; words < 2; ++words) {
    ahead.skip_blanks();
    if (ahead.take_any("-/") == '/') ahead.skip_blanks();
    const std::string_view word = ahead.take_word();
    if (word.empty()) return {};
    MonthName month = month_of(word, ahead, language.names);
    const std::string folded = word.size() > kLongestJoint ? "" : fold_letters(word);
    if (month.number == 0 && is_one_of(folded, {"thang", "thg"})) {
      ahead.skip_blanks();
      const auto number = ahead.take_number(1, 2);
      if (number && number->value >= 1 && number->value <= 12) month.number = number->value;
    }
    if (month.number != 0) {
      cursor = ahead;
      return month;
    }
    if (!is_one_of(folded, {"of", "de", "del", "d", "the", "di", "ta"})) return {};
  }
  return {};
}

std::optional<int> take_year_after_month(TextCursor& cursor, const DateLanguage& language) {
  TextCursor ahead = cursor;
  ahead.take_any(".-/");
  ahead.skip_blanks();
  if (ahead.take_any("/") != 0) ahead.skip_blanks();
  ahead.take_any(",");
  ahead.take("،");
  ahead.skip_blanks();
  TextCursor before_word = ahead;
  const std::string joint = fold_letters(ahead.take_word());
  if (!is_one_of(joint, {"de", "del", "of", "год", "nam", "พ.ศ.", "ค.ศ."})) ahead = before_word;
  ahead.skip_blanks();
  const auto year = take_year(ahead, language);
  if (!year) return std::nullopt;
  cursor = ahead;
  ahead.skip_blanks();
  const std::string unit = fold_letters(ahead.take_word());  // "18 мая 2021 г."
  if (is_one_of(unit, {"г", "г.", "года", "р", "р.", "року", "гг."})) cursor = ahead;
  return year;
}

std::optional<int> take_year_joined_to_month(TextCursor& cursor) {
  TextCursor ahead = cursor;
  if (ahead.take_any(".-/") == 0 && cursor.byte_before() != '.') return std::nullopt;
  const auto year = take_short_year(ahead);
  if (!year || ahead.at_digit()) return std::nullopt;
  cursor = ahead;
  return year;
}

}  // namespace dateline
