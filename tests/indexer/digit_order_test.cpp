#include "indexer/digit_order.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Dates of the page, then its region, then its language show the order",
          "[indexer][digit_order]") {
  const auto [text, tag, url, language, order] =
      GENERATE(table<std::string, std::string, std::string, std::string, DigitOrder>({
          {"25/03/2021", "en-US", "", "en", DigitOrder::kDayFirst},
          {"03/25/2021", "", "", "en", DigitOrder::kMonthFirst},
          {"05/03/2021", "en-US", "", "en", DigitOrder::kMonthFirst},
          {"05/03/2021", "en_GB", "", "en", DigitOrder::kDayFirst},
          {"05/03/2021", "", "https://news.example.ie/a", "en", DigitOrder::kDayFirst},
          {"05/03/2021", "", "https://news.example.com/a", "en", DigitOrder::kUnknown},
          {"05/03/2021", "en-CA", "", "en", DigitOrder::kUnknown},
          {"05/03/2021", "", "", "fr", DigitOrder::kDayFirst},
          {"05/03/2021, May 18, 2020", "", "", "en", DigitOrder::kMonthFirst},
          {"05/03/2021, 18 May 2020", "", "", "en", DigitOrder::kDayFirst},
          {"18 May 2020, May 18, 2020", "", "", "en", DigitOrder::kUnknown},
      }));
  CAPTURE(text, tag, url, language);
  Record record;
  record.language = tag;
  record.url = url;
  const std::vector<DateMention> mentions = scan_dates(text, language);
  CHECK(digit_order_of(record, language, mentions) == order);
}

TEST_CASE("The weekday settles a date before the order does", "[indexer][digit_order]") {
  const auto [text, order, date] = GENERATE(table<std::string, DigitOrder, std::string>({
      {"05/03/2021", DigitOrder::kDayFirst, "2021-03-05"},
      {"05/03/2021", DigitOrder::kMonthFirst, "2021-05-03"},
      {"05/03/2021", DigitOrder::kUnknown, ""},
      {"Friday 05/03/2021", DigitOrder::kMonthFirst, "2021-03-05"},
      {"25/03/2021", DigitOrder::kMonthFirst, "2021-03-25"},
  }));
  CAPTURE(text);
  const auto settled = settle(scan_dates(text, "en").at(0), order);
  CHECK((settled ? to_iso(*settled) : "") == date);
}

}  // namespace dateline
