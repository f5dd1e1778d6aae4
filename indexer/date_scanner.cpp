// One pass over the text that wakes at the first digit of each number. A date needs a number, so
// nothing else is looked at. At a number the forms are tried in order of what they start with:
//
//   four digits   2023-03-01  2023/3/1  2023.03.01  2023年3月1日  2023년 3월 1일  2023 március 1
//   one or two    18 May 2021  18. Mai 2021  18 de mayo de 2021  18.05.2021  05/18/2021  3月5日
//   a month name before the number    May 18, 2021  Sept. 28  June 1994
//
// Then the neighbourhood is asked for a weekday and a time of day, on both sides. Every look is
// bounded by the longest word and a handful of blanks, so the pass is linear on any input.
#include "indexer/date_scanner.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/text/calendar_names.h"
#include "common/text/fold.h"
#include "common/text/letters.h"
#include "indexer/text_cursor.h"
#include "indexer/wall_time_reader.h"

namespace dateline {
namespace {

constexpr int kFirstYear = 1500;  // earlier numbers of four digits are something else
constexpr int kLastYear = 2099;
constexpr int kFirstYearOfWeb = 1990;
constexpr int kFirstShortYear = 70;  // '70 is 1970, '69 would be 2069
constexpr int kThaiYearOffset = 543;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Scanner {
 public:
  Scanner(std::string_view text, std::string_view language)
      : text_(text), language_(language), names_(CalendarNames::of(language)) {}

  std::vector<DateMention> run();

 private:
  struct Reading {
    Date date;
    std::size_t start = 0;
    std::size_t end = 0;
    std::optional<Date> swapped;
    DigitOrder order = DigitOrder::kUnknown;
    DigitOrder named_order = DigitOrder::kUnknown;
  };

  std::optional<Reading> read_at(std::size_t at);
  std::optional<Reading> read_year_first(std::size_t at);
  std::optional<Reading> read_ideographic(std::size_t at);
  std::optional<Reading> read_day_month(std::size_t at);
  std::optional<Reading> read_all_digits(std::size_t at);
  std::optional<Reading> read_after_month_name(std::size_t at);

  std::optional<int> take_year(TextCursor& cursor) const;
  std::optional<int> take_run_on_year(TextCursor& cursor) const;
  std::optional<int> take_short_year(TextCursor& cursor) const;
  int take_month_name(TextCursor& cursor) const;
  std::optional<int> take_year_after_month(TextCursor& cursor) const;
  std::optional<int> take_year_joined_to_month(TextCursor& cursor) const;
  bool runs_on(std::size_t end) const;
  void remember_time(std::size_t at);
  DateMention with_neighbours(const Reading& reading) const;
  void add_weekday_before(DateMention& mention) const;
  void add_weekday_after(DateMention& mention) const;
  void add_time(DateMention& mention) const;

  std::string_view text_;
  std::string_view language_;
  const CalendarNames& names_;
  std::size_t last_end_ = 0;  // no mention begins before this
  WallTime last_time_;        // the last time of day passed, for "17:50, 18 May 2021"
  ByteRange last_time_range_;
};

// The day after which "st", "er", "º", "." may stand.
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

std::optional<int> Scanner::take_year(TextCursor& cursor) const {
  TextCursor ahead = cursor;
  auto number = ahead.take_number(4, 4);
  if (!number) return take_run_on_year(cursor);
  int year = number->value;
  if (language_ == "th" && year > kLastYear) year -= kThaiYearOffset;
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  cursor = ahead;
  return year;
}

// Pages stripped of their tags run things together: "3 de mayo de 202221:25", "6/11/20230
// Comments".
std::optional<int> Scanner::take_run_on_year(TextCursor& cursor) const {
  TextCursor ahead = cursor;
  const auto run = ahead.take_number(5, 6);
  if (!run || ahead.at() - cursor.at() != static_cast<std::size_t>(run->digits))
    return std::nullopt;
  const int year = run->digits == 5 ? run->value / 10 : run->value / 100;
  if (year < kFirstYearOfWeb || year > kLastYear) return std::nullopt;
  cursor = TextCursor(text_, cursor.at() + 4);
  return year;
}

// "'21", "21".
std::optional<int> Scanner::take_short_year(TextCursor& cursor) const {
  TextCursor ahead = cursor;
  for (const std::string_view apostrophe : {"'", "\u2019", "\u2018"}) {
    if (ahead.take(apostrophe)) break;
  }
  const auto number = ahead.take_number(2, 2);
  if (!number) return std::nullopt;
  cursor = ahead;
  return number->value + (number->value >= kFirstShortYear ? 1900 : 2000);
}

// "May", "de mayo", "tháng 5", "of May".
int Scanner::take_month_name(TextCursor& cursor) const {
  TextCursor ahead = cursor;
  for (int words = 0; words < 2; ++words) {
    ahead.skip_blanks();
    if (ahead.take_any("-/") == '/') ahead.skip_blanks();
    const std::string_view word = ahead.take_word();
    if (word.empty()) return 0;
    int month = names_.month(word);
    if (month == 0) {
      // "18 كانون الثاني": some months have two words.
      TextCursor second = ahead;
      second.skip_blanks();
      const std::string_view next = second.take_word();
      if (!next.empty()) month = names_.month(std::string(word) + ' ' + std::string(next));
      if (month != 0) ahead = second;
    }
    const std::string folded = fold_letters(word);
    if (month == 0 && is_one_of(folded, {"thang", "thg"})) {
      ahead.skip_blanks();
      const auto number = ahead.take_number(1, 2);
      if (number && number->value >= 1 && number->value <= 12) month = number->value;
    }
    if (month != 0) {
      cursor = ahead;
      return month;
    }
    if (!is_one_of(folded, {"of", "de", "del", "d", "the", "di", "ta"})) return 0;
  }
  return 0;
}

std::optional<int> Scanner::take_year_after_month(TextCursor& cursor) const {
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
  const auto year = take_year(ahead);
  if (!year) return std::nullopt;
  cursor = ahead;
  ahead.skip_blanks();
  const std::string unit = fold_letters(ahead.take_word());  // "18 мая 2021 г."
  if (is_one_of(unit, {"г", "г.", "года", "р", "р.", "року", "гг."})) cursor = ahead;
  return year;
}

// "03.Mar.19", "3-Feb-19".
std::optional<int> Scanner::take_year_joined_to_month(TextCursor& cursor) const {
  TextCursor ahead = cursor;
  if (ahead.take_any(".-/") == 0 && text_[cursor.at() - 1] != '.') return std::nullopt;
  const auto year = take_short_year(ahead);
  if (!year || is_digit_at(text_, ahead.at())) return std::nullopt;
  cursor = ahead;
  return year;
}

std::optional<Scanner::Reading> Scanner::read_year_first(std::size_t at) {
  TextCursor cursor(text_, at);
  const auto year = take_year(cursor);
  if (!year) return std::nullopt;
  TextCursor ahead = cursor;
  const char separator = ahead.take_any("-/.");
  if (separator != 0) {
    if (separator == '.') ahead.skip_blanks();  // Korean and Hungarian: 2023. 3. 1.
    const auto month = ahead.take_number(1, 2);
    const bool again = month && ahead.take(std::string_view(&separator, 1));
    if (again && separator == '.') ahead.skip_blanks();
    const auto day = again ? ahead.take_number(1, 2) : std::nullopt;
    if (day) {
      TextCursor after = ahead;
      const bool longer = after.take(std::string_view(&separator, 1)) && after.at_digit();
      if (longer) return std::nullopt;
      if (separator == '.') ahead.take(".");
      return Reading{{*year, month->value, day->value}, at, ahead.at(), {}, {}, {}};
    }
  }
  ahead = cursor;
  ahead.take_any(".,");
  if (const int month = take_month_name(ahead)) {
    const std::size_t end_of_name = ahead.at();
    ahead.skip_blanks();
    ahead.take_any("-");
    const bool glued = ahead.at() == end_of_name;  // "1907 JUL7" is a price before a future
    if (const auto day = glued ? std::nullopt : take_day(ahead)) {
      return Reading{{*year, month, *day}, at, ahead.at(), {}, {}, {}};
    }
  }
  return std::nullopt;
}

// Years of Japanese eras and of the Republic of China, as "令和6年" or "民國113年".
int era_base_before(std::string_view text, std::size_t at) {
  constexpr std::array<std::pair<std::string_view, int>, 5> kEras{
      {{"令和", 2018}, {"平成", 1988}, {"昭和", 1925}, {"民國", 1911}, {"民国", 1911}}};
  for (const auto& [name, base] : kEras) {
    if (text.substr(0, at).ends_with(name)) return base;
  }
  return 0;
}

// The year of "令和5年" or "2023年", of which `number` was taken; 0 if it is none.
int ideographic_year(std::string_view text, std::size_t at, const Number& number) {
  const int base = number.digits < 4 ? era_base_before(text, at) : 0;
  const int year = base + number.value;
  const bool counted = number.digits == 4 || base != 0;
  return counted && year >= kFirstYear && year <= kLastYear ? year : 0;
}

std::optional<Scanner::Reading> Scanner::read_ideographic(std::size_t at) {
  constexpr std::array<std::array<std::string_view, 3>, 2> kUnits{
      {{"年", "月", "日"}, {"년", "월", "일"}}};
  for (const auto& [year_unit, month_unit, day_unit] : kUnits) {
    TextCursor cursor(text_, at);
    auto number = cursor.take_number(1, 4);
    if (!number) return std::nullopt;
    cursor.skip_blanks();
    Reading reading;
    reading.start = at;
    if (cursor.take(year_unit)) {
      reading.date.year = ideographic_year(text_, at, *number);
      if (reading.date.year == 0) return std::nullopt;
      if (number->digits < 4) reading.start = at - std::string_view("令和").size();
      reading.end = cursor.at();
      cursor.skip_blanks();
      number = cursor.take_number(1, 2);
      if (!number) return std::nullopt;
      cursor.skip_blanks();
    }
    if (!cursor.take(month_unit)) continue;
    reading.date.month = number->value;
    reading.end = cursor.at();
    cursor.skip_blanks();
    const auto day = cursor.take_number(1, 2);
    cursor.skip_blanks();
    if (day && (cursor.take(day_unit) || cursor.take("号"))) {
      reading.date.day = day->value;
      reading.end = cursor.at();
    } else if (reading.date.year == 0) {
      return std::nullopt;
    }
    return reading;
  }
  return std::nullopt;
}

std::optional<Scanner::Reading> Scanner::read_day_month(std::size_t at) {
  TextCursor cursor(text_, at);
  const auto day = take_day(cursor);
  if (!day) return std::nullopt;
  const int month = take_month_name(cursor);
  if (month == 0) return std::nullopt;
  Reading reading{{0, month, *day}, at, cursor.at(), {}, {}, {}};
  reading.named_order = DigitOrder::kDayFirst;
  auto year = take_year_joined_to_month(cursor);
  if (!year) year = take_year_after_month(cursor);
  if (year) {
    reading.date.year = *year;
    reading.end = cursor.at();
  }
  return reading;
}

std::optional<Scanner::Reading> Scanner::read_all_digits(std::size_t at) {
  TextCursor cursor(text_, at);
  const auto first = cursor.take_number(1, 2);
  if (!first) return std::nullopt;
  const char separator = cursor.take_any("./-");
  TextCursor spaced = cursor;
  spaced.skip_blanks();
  const bool blanks = separator == '.' && spaced.at() != cursor.at();  // "4. 2. 2022"
  if (blanks) cursor = spaced;
  const auto second = separator != 0 ? cursor.take_number(1, 2) : std::nullopt;
  if (!second || !cursor.take(std::string_view(&separator, 1))) return std::nullopt;
  if (blanks) cursor.skip_blanks();
  auto year = take_year(cursor);
  const bool short_year = !year && separator != '-' && !blanks && is_digit_at(text_, cursor.at());
  if (short_year) year = take_short_year(cursor);
  if (!year) return std::nullopt;
  TextCursor after = cursor;
  if (after.take(std::string_view(&separator, 1)) && after.at_digit()) return std::nullopt;
  if (short_year && after.take_any("%$") != 0) return std::nullopt;
  const Date day_first{*year, second->value, first->value};
  const Date month_first{*year, first->value, second->value};
  Reading reading{day_first,           at, cursor.at(), std::nullopt, DigitOrder::kUnknown,
                  DigitOrder::kUnknown};
  if (!is_valid(day_first)) {
    reading.date = month_first;
    reading.order = DigitOrder::kMonthFirst;
  } else if (!is_valid(month_first)) {
    reading.order = DigitOrder::kDayFirst;
  } else if (separator != '.' && day_first != month_first) {
    reading.swapped = month_first;  // with full stops the day stands first all over the world
  }
  return reading;
}

std::optional<Scanner::Reading> Scanner::read_after_month_name(std::size_t at) {
  const std::string_view name = word_before(text_, at);
  if (name.empty()) return std::nullopt;
  const auto start = static_cast<std::size_t>(name.data() - text_.data());
  const int month = start < last_end_ ? 0 : names_.month(name);
  if (month == 0) return std::nullopt;
  TextCursor cursor(text_, at);
  if (const auto year = take_year(cursor)) {
    // "31 April 2021" is no day of the calendar, and does not mean the month.
    std::size_t before = start;
    while (before > 0 && (text_[before - 1] == ' ' || text_[before - 1] == '.')) --before;
    if (before < start && is_digit_before(text_, before)) return std::nullopt;
    return Reading{{*year, month, 0}, start, cursor.at(), {}, {}, {}};
  }
  const auto day = take_day(cursor);
  if (!day) return std::nullopt;
  // "MAY7 1920H" and "MAR8 -- 739" are prices of futures; "May7, 2021" lost a blank.
  const bool glued = is_letter_before(text_, at);
  TextCursor comma = cursor;
  if (glued && comma.take_any(",") == 0) return std::nullopt;
  Reading reading{{0, month, *day}, start, cursor.at(), {}, {}, {}};
  reading.named_order = DigitOrder::kMonthFirst;
  if (const auto year = take_year_after_month(cursor)) {
    reading.date.year = *year;
    reading.end = cursor.at();
  }
  if (glued && reading.date.year == 0) return std::nullopt;
  return reading;
}

// True if digits go on at `end` that are not those behind a run-on year.
bool Scanner::runs_on(std::size_t end) const {
  if (!is_digit_at(text_, end)) return false;
  const std::string_view year = text_.substr(end - std::min<std::size_t>(end, 4), 4);
  const bool digits =
      std::all_of(year.begin(), year.end(), [](char c) { return c >= '0' && c <= '9'; });
  TextCursor cursor(text_, end - year.size());
  return !digits || !take_run_on_year(cursor);
}

std::optional<Scanner::Reading> Scanner::read_at(std::size_t at) {
  using Form = std::optional<Reading> (Scanner::*)(std::size_t);
  constexpr std::array<Form, 5> kForms{&Scanner::read_year_first, &Scanner::read_ideographic,
                                       &Scanner::read_all_digits, &Scanner::read_day_month,
                                       &Scanner::read_after_month_name};
  for (const Form form : kForms) {
    const auto reading = (this->*form)(at);
    // "18.05.2021112" and "2023-03-011" are numbers of something else.
    if (reading && is_valid(reading->date) && !runs_on(reading->end)) return reading;
  }
  return std::nullopt;
}

void Scanner::add_weekday_before(DateMention& mention) const {
  std::string_view word = word_before(text_, mention.span.start);
  if (word.empty()) return;
  // "Tue." and "вторник," end in a mark that is not part of the name.
  const auto start = static_cast<std::size_t>(word.data() - text_.data());
  if (start < last_end_) return;
  const int weekday = names_.weekday(word);
  if (weekday == 0) return;
  mention.weekday = weekday;
  mention.span.start = start;
}

void Scanner::add_weekday_after(DateMention& mention) const {
  if (mention.weekday != 0) return;
  TextCursor cursor(text_, mention.span.end);
  cursor.take_any(",");
  cursor.skip_blanks();
  bool opened = cursor.take_any("([") != 0;
  opened = opened || cursor.take("（");
  const std::string_view word = cursor.take_word();
  const int weekday = word.empty() ? 0 : names_.weekday(word);
  if (weekday == 0) return;
  if (opened && cursor.take_any(")]") == 0 && !cursor.take("）")) return;
  mention.weekday = weekday;
  mention.span.end = cursor.at();
}

void Scanner::add_time(DateMention& mention) const {
  if (const auto reading = read_wall_time_after_date(text_, mention.span.end)) {
    mention.time = reading->time;
    mention.span.end = reading->end;
    return;
  }
  if (last_time_range_.end == 0 || last_time_range_.start < last_end_) return;
  const std::size_t gap_start = last_time_range_.end;
  if (gap_start > mention.span.start || mention.span.start - gap_start > 6) return;
  const std::string_view gap = text_.substr(gap_start, mention.span.start - gap_start);
  const std::string folded = fold_letters(gap);
  const bool joined = std::all_of(folded.begin(), folded.end(), [](char c) {
    return std::string_view(" ,|-/\t").find(c) != std::string_view::npos;
  });
  if (!joined && !is_one_of(folded, {" on ", ", on ", " · ", " • ", " – ", " — ", " / "})) return;
  mention.time = last_time_;
  mention.span.start = last_time_range_.start;
}

DateMention Scanner::with_neighbours(const Reading& reading) const {
  DateMention mention;
  mention.date = reading.date;
  mention.swapped = reading.swapped;
  mention.order = reading.order;
  mention.named_order = reading.named_order;
  mention.span = {reading.start, reading.end};
  add_weekday_before(mention);
  add_weekday_after(mention);
  add_time(mention);
  return mention;
}

void Scanner::remember_time(std::size_t at) {
  const auto reading = read_wall_time(text_, at);
  if (!reading) return;
  last_time_ = reading->time;
  last_time_range_ = {at, reading->end};
}

std::vector<DateMention> Scanner::run() {
  std::vector<DateMention> mentions;
  std::size_t at = 0;
  while (at < text_.size()) {
    if (!is_digit_at(text_, at)) {
      ++at;
      while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U) ++at;
      continue;
    }
    // "1.18.05.2021" and "12-2023-03-01" are no dates: what stands before must not be a number
    // that reaches into this one.
    const bool joined = at > last_end_ + 1 && is_digit_before(text_, at - 1) &&
                        std::string_view("./-").find(text_[at - 1]) != std::string_view::npos;
    const auto reading = joined ? std::nullopt : read_at(at);
    if (reading) {
      mentions.push_back(with_neighbours(*reading));
      last_end_ = mentions.back().span.end;
      at = last_end_;
      continue;
    }
    if (last_time_range_.end <= at) remember_time(at);
    while (is_digit_at(text_, at)) {
      ++at;
      while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U) ++at;
    }
  }
  return mentions;
}

}  // namespace

std::vector<DateMention> scan_dates(std::string_view text, std::string_view language) {
  return Scanner(text, language).run();
}

}  // namespace dateline
