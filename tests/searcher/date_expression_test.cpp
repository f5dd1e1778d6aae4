#include "searcher/date_expression.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Dates are read as written or counted back from today", "[searcher][date_expression]") {
  const auto [text, today, expected] = GENERATE(table<std::string, Date, std::string>({
      {"2023", {2024, 5, 16}, "2023"},
      {"2023-03", {2024, 5, 16}, "2023-03"},
      {"2023-03-01", {2024, 5, 16}, "2023-03-01"},
      {"today", {2024, 5, 16}, "2024-05-16"},
      {"Today", {2024, 5, 16}, "2024-05-16"},
      {"yesterday", {2024, 3, 1}, "2024-02-29"},
      {"yesterday", {2023, 1, 1}, "2022-12-31"},
      {"today-0d", {2024, 5, 16}, "2024-05-16"},
      {"today-7d", {2024, 5, 3}, "2024-04-26"},
      {"TODAY-7D", {2024, 5, 3}, "2024-04-26"},
      {"today-2w", {2024, 1, 10}, "2023-12-27"},
      {"today-1m", {2024, 3, 31}, "2024-02-29"},
      {"today-1m", {2023, 3, 31}, "2023-02-28"},
      {"today-1m", {2024, 1, 15}, "2023-12-15"},
      {"today-12m", {2024, 1, 15}, "2023-01-15"},
      {"today-1y", {2024, 2, 29}, "2023-02-28"},
      {"today-4y", {2024, 2, 29}, "2020-02-29"},
      {"today-2023y", {2024, 2, 29}, "0001-02-28"},
  }));
  CAPTURE(text);
  const auto date = parse_date_expression(text, today);
  REQUIRE(date);
  CHECK(to_iso(*date) == expected);
}

TEST_CASE("What is not a date to filter by is refused", "[searcher][date_expression]") {
  const std::string text =
      GENERATE("", " ", "2023-13", "2023-02-30", "2023-3-1", "--02-28", "0000", "01.03.2023",
               "2023-03-01T00:00:00Z", "today-", "today-d", "today-7", "today-7h", "today-7dd",
               "today--7d", "today+7d", "today-2024y", "today-99999999999d", "today-4000000d",
               "tomorrow", "last week", "now-7d");
  CAPTURE(text);
  CHECK_FALSE(parse_date_expression(text, {2024, 5, 16}));
}

TEST_CASE("The refusal of a date says what is accepted", "[searcher][date_expression]") {
  CHECK(parse_date_expression("2023-13", {2024, 5, 16}).error() ==
        Error{ErrorKind::kRequest,
              "\"2023-13\" is not a date to filter by; write 2023, 2023-03, 2023-03-01, today, "
              "yesterday, or today-7d (d, w, m, y for days, weeks, months, years)"});
}

}  // namespace dateline
