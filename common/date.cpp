#include "common/date.h"

#include <charconv>
#include <chrono>

namespace dateline {
namespace {

namespace chr = std::chrono;

chr::year_month_day chrono_of(const Date& date) {
  return {chr::year{date.year}, chr::month{static_cast<unsigned>(date.month)},
          chr::day{static_cast<unsigned>(date.day)}};
}

void append_padded(std::string& out, int number, std::size_t width) {
  const std::string digits = std::to_string(number);
  out.append(width > digits.size() ? width - digits.size() : 0, '0');
  out += digits;
}

// Reads exactly `width` digits at the front of `text` and drops them; -1 if they are not there.
int take_digits(std::string_view& text, std::size_t width) {
  if (text.size() < width) return -1;
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + width, number);
  if (error != std::errc{} || end != text.data() + width || text[0] == '-') return -1;
  text.remove_prefix(width);
  return number;
}

bool take_char(std::string_view& text, char expected) {
  if (text.empty() || text[0] != expected) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

const char* to_string(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::kNone:
      return "none";
    case DatePrecision::kMonthDay:
      return "month-day";
    case DatePrecision::kYear:
      return "year";
    case DatePrecision::kMonth:
      return "month";
    case DatePrecision::kDay:
      return "day";
  }
  return "none";
}

DatePrecision Date::precision() const {
  if (year == 0) return month == 0 ? DatePrecision::kNone : DatePrecision::kMonthDay;
  if (month == 0) return DatePrecision::kYear;
  return day == 0 ? DatePrecision::kMonth : DatePrecision::kDay;
}

bool is_valid(const Date& date) {
  if (date.year < 0 || date.year > 9999) return false;
  switch (date.precision()) {
    case DatePrecision::kNone:
    case DatePrecision::kYear:
      return date.month == 0 && date.day == 0;
    case DatePrecision::kMonth:
      return date.month >= 1 && date.month <= 12;
    case DatePrecision::kMonthDay:
      return chrono_of({2000, date.month, date.day}).ok();  // a leap year: --02-29 is a real day
    case DatePrecision::kDay:
      return chrono_of(date).ok();
  }
  return false;
}

std::string to_iso(const Date& date) {
  std::string out;
  if (date.precision() == DatePrecision::kNone) return out;
  if (date.year == 0) {
    out = "--";
  } else {
    append_padded(out, date.year, 4);
    if (date.month == 0) return out;
    out += '-';
  }
  append_padded(out, date.month, 2);
  if (date.day == 0) return out;
  out += '-';
  append_padded(out, date.day, 2);
  return out;
}

std::optional<Date> parse_iso_date(std::string_view text) {
  Date date;
  const bool without_year = text.substr(0, 2) == "--";
  if (without_year) {
    text.remove_prefix(2);
  } else {
    date.year = take_digits(text, 4);
    if (date.year <= 0) return std::nullopt;
    if (text.empty()) return date;
    if (!take_char(text, '-')) return std::nullopt;
  }
  date.month = take_digits(text, 2);
  if (date.month <= 0) return std::nullopt;
  if (!text.empty()) {
    if (!take_char(text, '-')) return std::nullopt;
    date.day = take_digits(text, 2);
    if (date.day <= 0) return std::nullopt;
  }
  if (!text.empty() || (without_year && date.day <= 0) || !is_valid(date)) return std::nullopt;
  return date;
}

std::optional<DayInterval> interval_of(const Date& date) {
  switch (date.precision()) {
    case DatePrecision::kNone:
    case DatePrecision::kMonthDay:
      return std::nullopt;
    case DatePrecision::kYear:
      return DayInterval{day_number({date.year, 1, 1}), day_number({date.year, 12, 31})};
    case DatePrecision::kMonth: {
      const chr::year_month_day_last last{
          chr::year{date.year}, chr::month_day_last{chr::month{static_cast<unsigned>(date.month)}}};
      const int last_day = static_cast<int>(static_cast<unsigned>(last.day()));
      return DayInterval{day_number({date.year, date.month, 1}),
                         day_number({date.year, date.month, last_day})};
    }
    case DatePrecision::kDay:
      return DayInterval{day_number(date), day_number(date)};
  }
  return std::nullopt;
}

std::int32_t day_number(const Date& date) {
  return static_cast<std::int32_t>(chr::sys_days{chrono_of(date)}.time_since_epoch().count());
}

Date date_from_day_number(std::int32_t days) {
  const chr::year_month_day day{chr::sys_days{chr::days{days}}};
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

int iso_weekday(const Date& date) {
  return static_cast<int>(chr::weekday{chr::sys_days{chrono_of(date)}}.iso_encoding());
}

std::string to_string(const WallTime& time) {
  std::string out;
  append_padded(out, time.hour, 2);
  out += ':';
  append_padded(out, time.minute, 2);
  if (!time.utc_offset_minutes) return out;
  const int offset = *time.utc_offset_minutes;
  if (offset == 0) return out + 'Z';
  out += offset < 0 ? '-' : '+';
  append_padded(out, std::abs(offset) / 60, 2);
  out += ':';
  append_padded(out, std::abs(offset) % 60, 2);
  return out;
}

}  // namespace dateline
