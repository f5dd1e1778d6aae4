#include "searcher/page/timeline.h"

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("A few years are shown by month, without gaps", "[searcher][page]") {
  const auto bars =
      timeline_bars({{"year", {{"2021", "2021", 3, false}, {"unknown", "unknown", 2, false}}},
                     {"month",
                      {{"2021-02", "2021-02", 1, true},
                       {"2020-12", "2020-12", 2, false},
                       {"unknown", "unknown", 2, false}}}});
  REQUIRE(bars.size() == 24);
  CHECK(bars[11].value == "2020-12");
  CHECK(bars[11].count == 2);
  CHECK(bars[12].value == "2021-01");
  CHECK(bars[12].count == 0);
  CHECK(bars[13].selected);
}

TEST_CASE("Many years are shown by year, and one article of long ago does not squeeze them",
          "[searcher][page]") {
  const auto bars = timeline_bars(
      {{"year",
        {{"2021", "2021", 1, false}, {"1990", "1990", 1, false}, {"1066", "1066", 1, false}}},
       {"month", {{"2021-02", "2021-02", 1, false}}}});
  REQUIRE(bars.size() == 150);
  CHECK(bars.front().value == "1872");
  CHECK(bars.back().value == "2021");
}

TEST_CASE("No years, no timeline", "[searcher][page]") {
  CHECK(timeline_bars({}).empty());
  CHECK(timeline_bars({{"year", {{"unknown", "unknown", 2, false}}}, {"month", {}}}).empty());
  CHECK(timeline_html({}).empty());
}

TEST_CASE("The rarest month can still be seen", "[searcher][page]") {
  const std::string html = timeline_html({{"2020-12", 1, false}, {"2021-01", 1000, true}});
  CHECK(html.find("data-bars=\"2020-12:1 2021-01:1000\"") != std::string::npos);
  CHECK(html.find("y=\"97\" width=\"8\" height=\"3\"/>") != std::string::npos);
  CHECK(html.find("height=\"100\" class=\"on\"/>") != std::string::npos);
  CHECK(html.find("<span>December 2020</span>") != std::string::npos);
}

}  // namespace dateline
