#include "indexer/probable_year.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>

#include "indexer/date_scanner.h"
#include "indexer/text_cursor.h"

namespace dateline {
namespace {

constexpr std::size_t kReadBytes = 64UL * 1024;
constexpr int kDaysAround = 14;
constexpr int kFirstYear = 1800;
constexpr int kLastYear = 2099;

// Numbers of four digits that are no amounts, ranges or parts of other numbers.
int largest_year(std::string_view text) {
  int largest = 0;
  for (std::size_t at = next_digit(text, 0); at < text.size(); at = next_digit(text, at)) {
    const bool joined =
        at > 0 && std::string_view(".,$/-").find(text[at - 1]) != std::string_view::npos;
    TextCursor cursor(text, at);
    const auto number = cursor.take_number(4, 4);
    at = end_of_digits(text, at);
    if (!number || joined || number->value < kFirstYear || number->value > kLastYear) continue;
    const char mark = cursor.take_any(".,/-");
    const bool goes_on = mark == '/' || mark == '-' || (mark != 0 && cursor.at_digit());
    if (!goes_on) largest = std::max(largest, number->value);
  }
  return largest;
}

// The day of the mention that is nearest to `dateline`, over the turn of the year too, if it is
// close.
std::optional<Date> near(const Date& mention, const Date& dateline) {
  for (const int year : {dateline.year, dateline.year - 1, dateline.year + 1}) {
    const Date day{year, mention.month, mention.day};
    if (is_valid(day) && std::abs(day_number(day) - day_number(dateline)) <= kDaysAround)
      return day;
  }
  return std::nullopt;
}

}  // namespace

std::optional<int> probable_year(std::string_view text, const Date& month_day,
                                 std::string_view language) {
  text = text.substr(0, boundary_before(text, kReadBytes));
  const Date dateline{largest_year(text), month_day.month, month_day.day};
  if (dateline.year == 0 || !is_valid(dateline)) return std::nullopt;
  bool fits = false;
  for (const DateMention& mention : scan_dates(text, language)) {
    if (mention.weekday == 0 || mention.date.precision() != DatePrecision::kMonthDay) continue;
    const auto day = near(mention.date, dateline);
    if (!day) continue;
    if (iso_weekday(*day) != mention.weekday) return std::nullopt;
    fits = true;
  }
  return fits ? std::optional(dateline.year) : std::nullopt;
}

}  // namespace dateline
