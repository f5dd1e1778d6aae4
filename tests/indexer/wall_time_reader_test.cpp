#include "indexer/wall_time_reader.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("A time of day is read with its zone", "[indexer][wall_time_reader]") {
  const auto [text, time, rest] = GENERATE(table<std::string, std::string, std::string>({
      {"17:50 x", "17:50", " x"},
      {"17:50:03.120Z", "17:50Z", ""},
      {"9:30 a.m. ET", "09:30", ""},
      {"12:05 am", "00:05", ""},
      {"5 PM", "17:00", ""},
      {"17h50", "17:50", ""},
      {"17.50 Uhr", "17:50", ""},
      {"\u4E0B\u53485\u70B930\u5206", "17:30", ""},
      {"\uC624\uD6C4 5:50", "17:50", ""},
      {"17:50 (UTC+04:00)", "17:50+04:00", ""},
      {"17:50 +0400", "17:50+04:00", ""},
      {"17:50 GMT", "17:50Z", ""},
      {"17:50 CST", "17:50", ""},
      {"17.50", "", ""},
      {"5", "", ""},
      {"25:10", "", ""},
      {"17:61", "", ""},
      {"13 am", "", ""},
      {"", "", ""},
  }));
  CAPTURE(text);
  const auto reading = read_wall_time(text, 0);
  CHECK((reading ? to_string(reading->time) : "") == time);
  if (reading) CHECK(text.substr(reading->end) == rest);
}

TEST_CASE("Words and marks may stand between a date and its time", "[indexer][wall_time_reader]") {
  for (const char* text :
       {"T17:50", ", 17:50", " | 17:50", " at 5:50 pm", " um 17:50", " (17:50)"}) {
    CAPTURE(text);
    const auto reading = read_wall_time_after_date(text, 0);
    REQUIRE(reading);
    CHECK(to_string(reading->time) == "17:50");
  }
  CHECK_FALSE(read_wall_time_after_date(" before 17:50", 0));
}

TEST_CASE("Zones are written in capitals, clock words as one likes",
          "[indexer][wall_time_reader]") {
  for (const char* word : {"EST", "GMT", "Uhr", "hrs"}) CHECK(is_zone_name(word));
  for (const char* word : {"est", "art", "harbour", ""}) CHECK_FALSE(is_zone_name(word));
}

}  // namespace dateline
