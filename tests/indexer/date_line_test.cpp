#include "indexer/date_line.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("A date line holds a date and hardly anything else", "[indexer][date_line]") {
  const auto [line, language, is] = GENERATE(table<std::string, std::string, bool>({
      {"12 March 2021", "en", true},
      {"Published: 12 March 2021, updated 14 March 2021", "en", true},
      {"By Ann Lee | 12 March 2021 | 3 min read", "en", true},
      {"London, 12 March 2021", "en", true},
      {"2021\u5E743\u670812\u65E5 10:20", "zh", true},
      {"March 2021", "en", true},
      {"12 March", "en", false},
      {"The council met on 12 March 2021 and agreed on the plan.", "en", false},
      {"May 3, 2021:", "en", false},
      {"LOS ANGELES, March 23 - March 31, 1986 end", "en", false},
      {"\u4F1A\u8BAE\u4E8E2023\u5E743\u67081\u65E5\u4E3E\u884C", "zh", false},
      {"", "en", false},
  }));
  CAPTURE(line);
  CHECK(is_date_line(line, language) == is);
}

TEST_CASE("A date that is repeated with its time counts once", "[indexer][date_line]") {
  const auto dates = dates_in_line("date 2023-03-01 1 March 2023 12:14", "en");
  REQUIRE(dates.size() == 1);
  CHECK(dates.front().label == DateLabel::kDated);
  CHECK(dates.front().mention.time);
}

TEST_CASE("A date line run into prose ends where the prose begins", "[indexer][date_line]") {
  const auto [line, prose] = GENERATE(table<std::string, std::string>({
      {"date 2023-05-16 + \u21BA \u2212 16 px The president met", "The president met"},
      {"Published: 16 May 2023 The president met", "The president met"},
      {"The president met on 16 May 2023 at noon", ""},
      {"16 May 2023 The president met", ""},
  }));
  CAPTURE(line);
  const std::size_t end = date_line_before_prose(line, "en");
  CHECK((end == 0 ? "" : line.substr(end)) == prose);
}

}  // namespace dateline
