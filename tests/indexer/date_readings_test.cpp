#include "indexer/date_readings.h"

#include <cmath>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

const std::string kBody =
    "The council met for three hours before it agreed on the new plan for the harbour, which will "
    "be paid for by the port itself and by the two towns that use it most.";

std::vector<DateReading> readings_of(const std::string& text, const std::string& url = "",
                                     const std::optional<Date>& bound = {}) {
  Record record;
  record.text = text;
  record.url = url;
  return date_readings(record, lay_out(record, "en"), "en", bound);
}

}  // namespace

TEST_CASE("The shares of the readings and of none of them make one", "[indexer][date_readings]") {
  const auto all =
      readings_of("Plan agreed\n\n12 March 2021\n\n" + kBody + "\n\n3 May 2019\n\n4 June 2018\n");
  REQUIRE(all.size() == 3);
  double odds = 1;
  for (const DateReading& reading : all) odds += std::exp(reading.log_odds);
  for (const DateReading& reading : all) {
    CHECK(std::abs(reading.probability - std::exp(reading.log_odds) / odds) < 1e-9);
  }
  CHECK(to_iso(all.front().date) == "2021-03-12");
  CHECK(all[0].probability >= all[1].probability);
}

TEST_CASE("An address and a page of one day are surer than the page", "[indexer][date_readings]") {
  const std::string text = "Plan agreed\n\n12 March 2021\n\n" + kBody;
  const auto page = readings_of(text);
  const auto both = readings_of(text, "https://example.org/2021/03/12/plan");
  const auto other = readings_of(text, "https://example.org/2020/01/05/plan");
  REQUIRE((!page.empty() && !both.empty() && !other.empty()));
  CHECK(both.front().probability > page.front().probability);
  CHECK(other.front().evidence == "url");
}

TEST_CASE("A dateline without a year takes none from its story", "[indexer][date_readings]") {
  const auto story =
      readings_of("RIVERTON, March 31 - Notes due March 31, 1999, were sold. " + kBody);
  REQUIRE_FALSE(story.empty());
  CHECK(to_iso(story.front().date) == "--03-31");
  const auto page = readings_of("Plan agreed\n\nMarch 31, 2021\n\nRIVERTON, March 31 - " + kBody);
  REQUIRE_FALSE(page.empty());
  CHECK(to_iso(page.front().date) == "2021-03-31");
}

TEST_CASE("No reading lies after the bound", "[indexer][date_readings]") {
  CHECK(readings_of("Plan agreed\n\n12 March 2021\n\n" + kBody, "", Date{2021, 3, 11}).empty());
}

}  // namespace dateline
