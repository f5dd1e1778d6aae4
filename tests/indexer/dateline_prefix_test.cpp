#include "indexer/dateline_prefix.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("A dateline is names, a day and a separator", "[indexer][dateline_prefix]") {
  const auto [language, paragraph, date] = GENERATE(table<std::string, std::string, std::string>({
      {"en", "BAKU, February 28 - President", "--02-28"},
      {"en", "NEW YORK, Sept. 3 (AGENCY) -- Stocks", "--09-03"},
      {"en", "BAKU, Azerbaijan, February 28, 2023 \u2014 President", "2023-02-28"},
      {"ru",
       "\u041C\u041E\u0421\u041A\u0412\u0410, 28 \u0444\u0435\u0432 \u2014 "
       "\u041F\u0440\u0435\u0437\u0438\u0434\u0435\u043D\u0442",
       "--02-28"},
      {"en", "chicago, March 3 - Stocks", "--03-03"},
      {"en", "BAKU, February 28, AZERTAC President", "--02-28"},
      {"en", "On February 28 the president met", ""},
      {"en", "BAKU, February 28 the president met", ""},
      {"en", "- Position of june 26 - Aug 12414", ""},
      {"en", "Festival, March 3-5 in Baku", ""},
      {"en", "Jane Roe, Jan. 17, 1942 - June 3, 2016", ""},
      {"en", "", ""},
  }));
  CAPTURE(paragraph);
  const auto mention = date_in_dateline(paragraph, language, DatelinePlace::kRequired);
  CHECK((mention ? to_iso(mention->date) : "") == date);
}

TEST_CASE("A day without a place is a dateline only where the story begins",
          "[indexer][dateline_prefix]") {
  const std::string paragraph = "Feb. 28 (AGENCY) -- Stocks fell";
  CHECK(date_in_dateline(paragraph, "en", DatelinePlace::kOptional));
  CHECK_FALSE(date_in_dateline(paragraph, "en", DatelinePlace::kRequired));
}

}  // namespace dateline
