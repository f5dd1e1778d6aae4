#include "indexer/probable_year.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Weekdays confirm the largest year in the text, or nothing does",
          "[indexer][probable_year]") {
  const auto [dateline, text, year] = GENERATE(table<std::string, std::string, int>({
      {"--03-02", "The council met on Monday, March 2, to agree on the plan of 1987.", 1987},
      {"--03-02", "It met on Tuesday, March 3. The plan of 1987 follows that of 1980.", 1987},
      {"--03-02", "It met on Tuesday, March 2, in 1987.", 0},
      {"--03-02", "It met on Monday, March 2, and not on Monday, March 3, 1987.", 1987},
      {"--03-02", "It met on Monday, March 2, and on Monday, March 3, says the plan of 1987.", 0},
      {"--03-02", "It met on Monday, March 2.", 0},
      {"--03-02", "The plan of 1987.", 0},
      {"--03-02", "It met on Friday, June 19, in 1987.", 0},
      {"--03-02", "It met on Monday, March 2, and cost $1987, 1.1987 or 1987/88.", 0},
      {"--01-02", "It met on Wednesday, December 31, before 1987 began.", 1987},
      {"--02-29", "It met on Monday, March 2, 1987 said.", 0},
      {"--03-02", "", 0},
  }));
  CAPTURE(dateline, text);
  CHECK(probable_year(text, *parse_iso_date(dateline), "en").value_or(0) == year);
}

}  // namespace dateline
