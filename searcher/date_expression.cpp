#include "searcher/date_expression.h"

#include <charconv>
#include <chrono>
#include <optional>
#include <string>

#include "common/ascii_letters.h"
#include "common/text/in_quotes.h"

namespace dateline {
namespace {

// More than any calendar needs, and small enough that no arithmetic below can overflow.
constexpr int kMostUnits = 9999 * 366;

Date months_before(const Date& date, int months) {
  namespace chr = std::chrono;
  const chr::year_month month =
      chr::year{date.year} / date.month - chr::months{months};  // normalises years and months
  const chr::year_month_day_last last{month.year(), chr::month_day_last{month.month()}};
  const int last_day = static_cast<int>(static_cast<unsigned>(last.day()));
  return {static_cast<int>(month.year()), static_cast<int>(static_cast<unsigned>(month.month())),
          std::min(date.day, last_day)};
}

// "7d" back from `today`; nothing if the text is another or the day is before the year 1.
std::optional<Date> count_back(std::string_view text, const Date& today) {
  int count = 0;
  const char* const end = text.data() + text.size();
  const auto [unit, error] = std::from_chars(text.data(), end, count);
  if (error != std::errc{} || end - unit != 1 || count < 0 || count > kMostUnits) {
    return std::nullopt;
  }
  Date date;
  switch (*unit) {
    case 'd':
      date = date_from_day_number(day_number(today) - count);
      break;
    case 'w':
      date = date_from_day_number(day_number(today) - 7 * count);
      break;
    case 'm':
      date = months_before(today, count);
      break;
    case 'y':
      date = months_before(today, 12 * count);
      break;
    default:
      return std::nullopt;
  }
  if (date.year < 1) return std::nullopt;
  return date;
}

}  // namespace

Result<Date> parse_date_expression(std::string_view text, const Date& today) {
  const std::string word = ascii_small(text);
  constexpr std::string_view kBack = "today-";
  std::optional<Date> date = parse_iso_date(word);
  if (word == "today") {
    date = today;
  } else if (word == "yesterday") {
    date = count_back("1d", today);
  } else if (word.rfind(kBack, 0) == 0) {
    date = count_back(std::string_view(word).substr(kBack.size()), today);
  }
  if (date && date->year > 0) return *date;
  return Error{ErrorKind::kRequest,
               in_quotes(text) +
                   " is not a date to filter by; write 2023, 2023-03, 2023-03-01, today, yesterday,"
                   " or today-7d (d, w, m, y for days, weeks, months, years)"};
}

}  // namespace dateline
