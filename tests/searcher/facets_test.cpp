#include "searcher/facets.h"

#include <catch2/catch.hpp>

#include "searcher/search.h"
#include "support/test_index.h"

namespace dateline {
namespace {

const std::vector<TestArticle> kArticles = {
    {"1", "", "Rain fell on the coast.", "2021-05-18", {"GR", "TR"}, "en", "Herald"},
    {"2", "", "Rain fell inland.", "2021-06-01", {"GR"}, "en", "Courier"},
    {"3", "", "Rain fell for a week.", "2020-12", {"TR"}, "en", "Herald"},
    {"4", "", "Regen fiel am Meer, rain in English.", "2019", {"DE"}, "de", "Bote"},
    {"5", "", "Rain fell somewhere.", "", {}, "en", ""},
    {"6", "", "The sun shone.", "2021-05-18", {"GR"}, "en", "Herald"},
};

// "GR 2, TR 2*": the values of a facet with their counts, the selected ones starred.
std::string facet(const Request& request, const std::string& name) {
  const TestIndex index(kArticles);
  auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);
  const auto answer = searcher->search(request);
  REQUIRE(answer);
  for (const Facet& one : answer->facets) {
    if (one.name != name) continue;
    std::string text;
    for (const FacetValue& value : one.values) {
      text += (text.empty() ? "" : ", ") + value.value + " " + std::to_string(value.count) +
              (value.selected ? "*" : "");
    }
    return text;
  }
  return "no such facet";
}

}  // namespace

TEST_CASE("Facets count the articles that match, exactly", "[searcher][facets]") {
  const Request rain{.query = "rain"};
  CHECK(facet(rain, "country") == "GR 2, TR 2, DE 1, unknown 1");
  CHECK(facet(rain, "year") == "2021 2, 2020 1, 2019 1, unknown 1");
  CHECK(facet(rain, "month") == "2021-06 1, 2021-05 1, 2020-12 1, unknown 2");
  CHECK(facet(rain, "source") == "Herald 2, Bote 1, Courier 1, unknown 1");
  CHECK(facet(rain, "language") == "en 4, de 1");
}

TEST_CASE("A facet's own choice does not shrink its list, the others do", "[searcher][facets]") {
  const Request turkey{.query = "rain", .filters = {.countries = {{'T', 'R'}}}};
  CHECK(facet(turkey, "country") == "GR 2, TR 2*, DE 1, unknown 1");
  CHECK(facet(turkey, "year") == "2021 1, 2020 1");
  const Request year{.query = "rain",
                     .filters = {.from = Date{2021, 0, 0}, .to = Date{2021, 0, 0}}};
  CHECK(facet(year, "year") == "2021 2*, 2020 1, 2019 1, unknown 1");
  CHECK(facet(year, "country") == "GR 2, TR 1");
  const Request herald{.query = "rain", .filters = {.sources = {"herald"}}};
  CHECK(facet(herald, "source") == "Herald 2*, Bote 1, Courier 1, unknown 1");
  CHECK(facet(herald, "language") == "en 2");
}

TEST_CASE("Lists are as long as asked for, but chosen values always show", "[searcher][facets]") {
  CHECK(facet({.query = "rain", .facet_limit = 1}, "country") == "GR 2");
  const Request germany{.query = "rain", .filters = {.countries = {{'D', 'E'}}}, .facet_limit = 1};
  CHECK(facet(germany, "country") == "GR 2, DE 1*");
}

}  // namespace dateline
