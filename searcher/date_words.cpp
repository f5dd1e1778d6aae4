#include "searcher/date_words.h"

#include <array>

namespace dateline {
namespace {

constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                 "May",       "June",     "July",     "August",
                                                 "September", "October",  "November", "December"};

std::string month_name(const Date& date) {
  return kMonths[static_cast<std::size_t>(date.month) - 1];
}

}  // namespace

std::string in_words(const Date& date) {
  switch (date.precision()) {
    case DatePrecision::kNone:
      return "undated";
    case DatePrecision::kMonthDay:
      return std::to_string(date.day) + ' ' + month_name(date) + ", year unknown";
    case DatePrecision::kYear:
      return std::to_string(date.year);
    case DatePrecision::kMonth:
      return month_name(date) + ' ' + std::to_string(date.year);
    case DatePrecision::kDay:
      return std::to_string(date.day) + ' ' + month_name(date) + ' ' + std::to_string(date.year);
  }
  return "undated";
}

}  // namespace dateline
