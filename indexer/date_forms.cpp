// At a number the forms are tried in order of what they start with:
//
//   four digits   2023-03-01  2023/3/1  2023.03.01  2023年3月1日  2023년 3월 1일  2023 március 1
//   one or two    18 May 2021  18. Mai 2021  18 de mayo de 2021  18.05.2021  05/18/2021  3月5日
//   a month name before the number    May 18, 2021  Sept. 28  June 1994
#include "indexer/date_forms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/text_cursor.h"

namespace dateline {
namespace {

class FormReader {
 public:
  FormReader(std::string_view text, std::size_t not_before, const DateLanguage& language)
      : text_(text), not_before_(not_before), language_(language) {}

  std::optional<WrittenDate> read(std::size_t at);

 private:
  std::optional<WrittenDate> read_year_first(std::size_t at);
  std::optional<WrittenDate> read_ideographic(std::size_t at);
  std::optional<WrittenDate> read_all_digits(std::size_t at);
  std::optional<WrittenDate> read_day_month(std::size_t at);
  std::optional<WrittenDate> read_after_month_name(std::size_t at);

  std::string_view text_;
  std::size_t not_before_;
  const DateLanguage& language_;
};

// "2021. gada 12. martā", "2021 m. kovo 12 d."
void skip_year_unit(TextCursor& cursor) {
  TextCursor ahead = cursor;
  ahead.skip_blanks();
  const std::string_view unit = ahead.take_word();
  if (unit == "gada" || unit == "m." || unit == "m") cursor = ahead;
}

std::optional<WrittenDate> FormReader::read_year_first(std::size_t at) {
  TextCursor cursor(text_, at);
  const auto year = take_year(cursor, language_);
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
      return WrittenDate{{*year, month->value, day->value}, at, ahead.at(), {}, {}, {}};
    }
  }
  ahead = cursor;
  ahead.take_any(".,");
  skip_year_unit(ahead);
  TextCursor day_first = ahead;
  day_first.skip_blanks();
  if (const auto day = day_first.at() == ahead.at() ? std::nullopt : take_day(day_first)) {
    if (const int month = take_month_name(day_first, language_).number) {
      return WrittenDate{{*year, month, *day}, at, day_first.at(), {}, {}, {}};
    }
  }
  if (const int month = take_month_name(ahead, language_).number) {
    const std::size_t end_of_name = ahead.at();
    ahead.skip_blanks();
    ahead.take_any("-");
    const bool glued = ahead.at() == end_of_name;  // "1907 JUL7" is a price before a future
    if (const auto day = glued ? std::nullopt : take_day(ahead)) {
      return WrittenDate{{*year, month, *day}, at, ahead.at(), {}, {}, {}};
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
  return counted && year >= kFirstWrittenYear && year <= kLastWrittenYear ? year : 0;
}

std::optional<WrittenDate> FormReader::read_ideographic(std::size_t at) {
  constexpr std::array<std::array<std::string_view, 3>, 2> kUnits{
      {{"年", "月", "日"}, {"년", "월", "일"}}};
  for (const auto& [year_unit, month_unit, day_unit] : kUnits) {
    TextCursor cursor(text_, at);
    auto number = cursor.take_number(1, 4);
    if (!number) return std::nullopt;
    cursor.skip_blanks();
    WrittenDate reading;
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

std::optional<WrittenDate> FormReader::read_day_month(std::size_t at) {
  TextCursor cursor(text_, at);
  const auto day = take_day(cursor);
  if (!day) return std::nullopt;
  const MonthName month = take_month_name(cursor, language_);
  if (month.number == 0) return std::nullopt;
  WrittenDate reading{{0, month.number, *day}, at, cursor.at(), {}, {}, {}};
  reading.named_order = DigitOrder::kDayFirst;
  auto year = take_year_joined_to_month(cursor);
  if (!year) year = take_year_after_month(cursor, language_);
  if (year) {
    reading.date.year = *year;
    reading.end = cursor.at();
  }
  if (month.weak && reading.date.year == 0) return std::nullopt;
  return reading;
}

std::optional<WrittenDate> FormReader::read_all_digits(std::size_t at) {
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
  auto year = take_year(cursor, language_);
  const bool short_year = !year && separator != '-' && !blanks && is_digit_at(text_, cursor.at());
  if (short_year) year = take_short_year(cursor);
  if (!year) return std::nullopt;
  TextCursor after = cursor;
  if (after.take(std::string_view(&separator, 1)) && after.at_digit()) return std::nullopt;
  if (short_year && after.take_any("%$") != 0) return std::nullopt;
  const Date day_first{*year, second->value, first->value};
  const Date month_first{*year, first->value, second->value};
  WrittenDate reading{day_first,           at, cursor.at(), std::nullopt, DigitOrder::kUnknown,
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

std::optional<WrittenDate> FormReader::read_after_month_name(std::size_t at) {
  const std::string_view name = word_before(text_, at);
  if (name.empty()) return std::nullopt;
  const auto start = static_cast<std::size_t>(name.data() - text_.data());
  const MonthName month = start < not_before_ ? MonthName{} : language_.names.month(name);
  if (month.number == 0) return std::nullopt;
  TextCursor cursor(text_, at);
  if (const auto year = take_year(cursor, language_)) {
    // "31 April 2021" is no day of the calendar, and does not mean the month.
    std::size_t before = start;
    while (before > 0 && (text_[before - 1] == ' ' || text_[before - 1] == '.')) --before;
    if (before < start && is_digit_before(text_, before)) return std::nullopt;
    if (month.weak) return std::nullopt;
    return WrittenDate{{*year, month.number, 0}, start, cursor.at(), {}, {}, {}};
  }
  const auto day = take_day(cursor);
  if (!day) return std::nullopt;
  // "MAY7 1920H" and "MAR8 -- 739" are prices of futures; "May7, 2021" lost a blank.
  const bool glued = is_letter_before(text_, at);
  TextCursor comma = cursor;
  if (glued && comma.take_any(",") == 0) return std::nullopt;
  WrittenDate reading{{0, month.number, *day}, start, cursor.at(), {}, {}, {}};
  reading.named_order = DigitOrder::kMonthFirst;
  if (const auto year = take_year_after_month(cursor, language_)) {
    reading.date.year = *year;
    reading.end = cursor.at();
  }
  if ((glued || month.weak) && reading.date.year == 0) return std::nullopt;
  return reading;
}

// True if digits go on at `end` that are not those behind a run-on year.
bool runs_on(std::string_view text, std::size_t end) {
  if (!is_digit_at(text, end)) return false;
  const std::string_view year = text.substr(end - std::min<std::size_t>(end, 4), 4);
  const bool digits =
      std::all_of(year.begin(), year.end(), [](char c) { return c >= '0' && c <= '9'; });
  TextCursor cursor(text, end - year.size());
  return !digits || !take_run_on_year(cursor);
}

std::optional<WrittenDate> FormReader::read(std::size_t at) {
  using Form = std::optional<WrittenDate> (FormReader::*)(std::size_t);
  constexpr std::array<Form, 5> kForms{&FormReader::read_year_first, &FormReader::read_ideographic,
                                       &FormReader::read_all_digits, &FormReader::read_day_month,
                                       &FormReader::read_after_month_name};
  for (const Form form : kForms) {
    const auto reading = (this->*form)(at);
    // "18.05.2021112" and "2023-03-011" are numbers of something else.
    if (reading && is_valid(reading->date) && !runs_on(text_, reading->end)) return reading;
  }
  return std::nullopt;
}

}  // namespace

std::optional<WrittenDate> read_date_at(std::string_view text, std::size_t at,
                                        std::size_t not_before, const DateLanguage& language) {
  return FormReader(text, not_before, language).read(at);
}

}  // namespace dateline
