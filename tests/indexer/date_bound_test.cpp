#include "indexer/date_bound.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("The bound is the earliest that crawl, change and option give", "[indexer][date_bound]") {
  const auto [crawled, modified, before, bound] =
      GENERATE(table<std::string, std::string, std::string, std::string>({
          {"", "", "", ""},
          {"2024-04-23", "", "", "2024-04-24"},
          {"2024-04-23", "2024-04-01", "", "2024-04-02"},
          {"2024-04-23", "", "2024-03-05", "2024-03-04"},
          {"", "", "2024-03", "2024-02-29"},
          {"", "", "2024", "2023-12-31"},
          {"2024-04", "05/03/2021", "", ""},  // a month and two readings bound nothing
          {"yesterday", "", "", ""},
      }));
  CAPTURE(crawled, modified, before);
  Record record;
  record.crawled = crawled;
  record.modified = modified;
  const auto last =
      last_possible_day(record, "en", before.empty() ? std::nullopt : parse_iso_date(before));
  CHECK((last ? to_iso(*last) : "") == bound);
}

TEST_CASE("A date is future if all its days are", "[indexer][date_bound]") {
  const Date bound{2024, 4, 23};
  CHECK_FALSE(is_future({2024, 4, 23}, bound));
  CHECK(is_future({2024, 4, 24}, bound));
  CHECK_FALSE(is_future({2024, 4, 0}, bound));
  CHECK(is_future({2024, 5, 0}, bound));
  CHECK_FALSE(is_future({2024, 0, 0}, bound));
  CHECK_FALSE(is_future({0, 12, 31}, bound));
  CHECK_FALSE(is_future({2099, 1, 1}, std::nullopt));
}

}  // namespace dateline
