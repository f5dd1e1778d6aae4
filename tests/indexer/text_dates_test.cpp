#include "indexer/text_dates.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

const std::string kBody =
    "The council met for three hours before it agreed on the new plan for the harbour, which will "
    "be paid for by the port itself and by the two towns that use it most. Work on the quay begins "
    "once the winter storms are over, the engineers said, and the ferries will use the old pier "
    "until it is done, which may take until the end of the year if the weather allows.";

std::vector<DateCandidate> candidates_in(const std::string& text) {
  Record record;
  record.text = text;
  return dates_in_text(record, lay_out(record, "en"), "en");
}

}  // namespace

TEST_CASE("Days that a page names know their place and each other", "[indexer][text_dates]") {
  const auto all = candidates_in("Plan agreed\n\n12 March 2021\n\n" + kBody + "\n\n3 May 2019\n");
  REQUIRE(all.size() == 2);
  CHECK(to_iso(all[0].date) == "2021-03-12");
  CHECK(all[0].cues.has(DateCue::kFirst));
  CHECK(all[0].cues.has(DateCue::kFirstWithText));
  CHECK(all[0].cues.has(DateCue::kLatest));
  CHECK_FALSE(all[1].cues.has(DateCue::kFirst));
  CHECK(all[1].cues.has(DateCue::kEarliest));
  CHECK(all[1].cues.has(DateCue::kTail));
}

TEST_CASE("A day of the visit stands untimed above an earlier one", "[indexer][text_dates]") {
  const auto all =
      candidates_in("Tuesday, April 23, 2024\n\nPlan agreed\n\n18 May 2021 17:50\n\n" + kBody);
  REQUIRE(all.size() == 2);
  CHECK(all[0].cues.has(DateCue::kHeaderDay));
  CHECK(all[1].cues.has(DateCue::kBelowHeaderDay));
}

TEST_CASE("A date of two readings is its year, with both", "[indexer][text_dates]") {
  const auto all = candidates_in("Plan agreed\n\n05/03/2021\n\n" + kBody);
  REQUIRE(all.size() == 1);
  CHECK(to_iso(all[0].date) == "2021");
  REQUIRE(all[0].readings);
  CHECK(to_iso(all[0].readings->at(0)) == "2021-03-05");
  CHECK(to_iso(all[0].readings->at(1)) == "2021-05-03");
}

TEST_CASE("Dates without a year are no candidates, and a thousand are enough",
          "[indexer][text_dates]") {
  CHECK(candidates_in("3 May\n\n" + kBody).empty());
  std::string text;
  for (int day = 0; day < 3'000; ++day) text += to_iso(date_from_day_number(day)) + "\n";
  CHECK(candidates_in(text).size() == 1'000);
}

}  // namespace dateline
