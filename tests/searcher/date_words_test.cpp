#include "searcher/date_words.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Dates are said in words, with what is not known", "[searcher][date_words]") {
  const auto [date, words] = GENERATE(table<Date, std::string>({
      {{2023, 3, 1}, "1 March 2023"},
      {{1987, 12, 31}, "31 December 1987"},
      {{2023, 3, 0}, "March 2023"},
      {{2023, 0, 0}, "2023"},
      {{0, 2, 28}, "28 February, year unknown"},
      {Date{}, "undated"},
  }));
  CHECK(in_words(date) == words);
}

}  // namespace dateline
