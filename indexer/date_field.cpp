#include "indexer/date_field.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <vector>

namespace dateline {
namespace {

constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2200;
constexpr std::size_t kLongestField = 200;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kAround = " \t\n\r\"'";
  const std::size_t first = text.find_first_not_of(kAround);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kAround) - first + 1);
}

std::int64_t number_in(std::string_view digits) {
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

bool is_plausible(const Date& date) {
  return is_valid(date) && date.year >= kFirstYear && date.year <= kLastYear;
}

// YYYYMMDD at the front of a run of digits.
std::optional<Date> compact_day(std::string_view digits) {
  const Date date{static_cast<int>(number_in(digits.substr(0, 4))),
                  static_cast<int>(number_in(digits.substr(4, 2))),
                  static_cast<int>(number_in(digits.substr(6, 2)))};
  if (date.month == 0 || date.day == 0 || !is_plausible(date)) return std::nullopt;
  return date;
}

DateMention only_date(const Date& date) {
  DateMention field;
  field.date = date;
  return field;
}

std::optional<DateMention> from_epoch(std::int64_t seconds) {
  constexpr std::int64_t kSecondsPerDay = 86'400;
  const auto minutes = static_cast<int>(seconds % kSecondsPerDay / 60);
  DateMention field;
  field.date = date_from_day_number(static_cast<std::int32_t>(seconds / kSecondsPerDay));
  field.time = WallTime{minutes / 60, minutes % 60, 0};
  return field;
}

std::optional<DateMention> from_digits(std::string_view digits) {
  switch (digits.size()) {
    case 4: {
      const Date year{static_cast<int>(number_in(digits)), 0, 0};
      if (!is_plausible(year)) return std::nullopt;
      return only_date(year);
    }
    case 8:
    case 12:
    case 14: {
      const auto day = compact_day(digits);
      if (!day) return std::nullopt;
      DateMention field = only_date(*day);
      if (digits.size() > 8) {
        const auto hour = static_cast<int>(number_in(digits.substr(8, 2)));
        const auto minute = static_cast<int>(number_in(digits.substr(10, 2)));
        if (hour < 24 && minute < 60) field.time = WallTime{hour, minute, std::nullopt};
      }
      return field;
    }
    // Ten digits of seconds reach from 2001 to 2286, nine from 1973 on; earlier days are not told
    // from other numbers.
    case 9:
    case 10:
      return from_epoch(number_in(digits));
    case 13:
      return from_epoch(number_in(digits) / 1000);
    default:
      return std::nullopt;
  }
}

// Seconds may be a fraction: "1488326400.0".
std::string_view without_zero_fraction(std::string_view value) {
  const std::size_t dot = value.find('.');
  if (dot == std::string_view::npos || !all_digits(value.substr(0, dot))) return value;
  const std::string_view fraction = value.substr(dot + 1);
  return dot >= 9 && (fraction.empty() || all_digits(fraction)) ? value.substr(0, dot) : value;
}

// At the front of `path` after "YYYY": "/MM/DD/", "-MM-DD", "/MM/" ...
std::optional<Date> date_after_slash(std::string_view path) {
  const auto ends_part = [&](std::size_t at) { return at >= path.size() || !is_digit(path[at]); };
  if (path.size() >= 8 && all_digits(path.substr(0, 8)) && ends_part(8)) {
    return compact_day(path.substr(0, 8));
  }
  if (path.size() < 7 || !all_digits(path.substr(0, 4))) return std::nullopt;
  const char separator = path[4];
  if (separator != '/' && separator != '-' && separator != '_') return std::nullopt;
  Date date{static_cast<int>(number_in(path.substr(0, 4))), 0, 0};
  std::size_t at = 5;
  std::array<int, 2> parts{};
  for (int& part : parts) {
    std::size_t end = at;
    while (end < path.size() && is_digit(path[end])) ++end;
    if (end == at || end - at > 2) break;
    part = static_cast<int>(number_in(path.substr(at, end - at)));
    at = end;
    if (at >= path.size() || path[at] != separator) break;
    ++at;
  }
  date.month = parts[0];
  date.day = parts[1];
  // "/2023/03/slug" names the month; "/2023-03-slug" and "/2023/3" may be anything.
  const bool whole_month =
      separator == '/' && all_digits(path.substr(5, 2)) && path.size() > 7 && path[7] == '/';
  if (date.month == 0 || (date.day == 0 && !whole_month) || !is_plausible(date)) {
    return std::nullopt;
  }
  return date;
}

}  // namespace

std::optional<DateMention> parse_date_field(std::string_view value, std::string_view language) {
  value = without_zero_fraction(trim(value));
  if (value.empty() || value.size() > kLongestField) return std::nullopt;
  if (all_digits(value)) return from_digits(value);
  if (const auto partial = parse_iso_date(value)) {
    const bool has_year = partial->year >= kFirstYear && partial->year <= kLastYear;
    if (!has_year) return std::nullopt;
    return only_date(*partial);
  }
  const std::vector<DateMention> mentions = scan_dates(value, language);
  if (mentions.size() != 1 || mentions.front().date.year == 0) return std::nullopt;
  DateMention field = mentions.front();
  field.span = {};
  return field;
}

std::optional<Date> date_in_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  std::size_t slash = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  url = url.substr(0, url.find_first_of("?#"));
  std::optional<Date> month;
  while (slash != std::string_view::npos && slash + 1 < url.size()) {
    const auto date = date_after_slash(url.substr(slash + 1));
    if (date && date->day != 0) return date;
    if (date && !month) month = date;
    slash = url.find('/', slash + 1);
  }
  return month;
}

}  // namespace dateline
