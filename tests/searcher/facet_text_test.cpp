#include "searcher/facet_text.h"

#include <vector>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

std::vector<Facet> some_facets() {
  Facet years{"year", {}};
  for (int year = 2025; year > 2017; --year) {
    years.values.push_back(
        {std::to_string(year), std::to_string(year), static_cast<std::size_t>(year - 2017), false});
  }
  return {{"country", {{"AZ", "Azerbaijan", 120, true}, {"CN", "China", 7, false}}},
          {"month", {}},
          years,
          {"source", {{"x", "The Very Long Evening Newspaper of the North", 1, false}}}};
}

}  // namespace

TEST_CASE("Facets stand side by side with bars", "[searcher][facet_text]") {
  CHECK(facets_text(some_facets(), {66, Emphasis::kPlain, {}}) ==
        "  Country                           Year\n"
        "* Azerbaijan       120 ████████     2025               8 ████████\n"
        "  China              7 ▌            2024               7 ███████\n"
        "                                    2023               6 ██████\n"
        "                                    2022               5 █████\n"
        "                                    2021               4 ████\n"
        "                                    2020               3 ███\n"
        "                                    2 more\n"
        "\n"
        "  Source\n"
        "  The Very Long Eve… 1 ████████\n");
}

TEST_CASE("Shares stand beside the counts where they are known", "[searcher][facet_text]") {
  const std::vector<Facet> facets = {{"country_year",
                                      {{"AZ 2023", "Azerbaijan 2023", 120, false, 120},
                                       {"CN 2023", "China 2023", 7, false, 2000},
                                       {"CU 2023", "Cuba 2023", 0, true, 0}}}};
  CHECK(facets_text(facets, {40, Emphasis::kPlain, {}}) ==
        "  Country × year\n"
        "  Azerbaijan 2023      120 100% ████████\n"
        "  China 2023             7  <1% ▌\n"
        "* Cuba 2023              0   0%\n");
}

TEST_CASE("On a narrow terminal facets stand below each other", "[searcher][facet_text]") {
  const std::string text = facets_text(some_facets(), {40, Emphasis::kPlain, {}});
  CHECK(text.find("Country") < text.find("Year"));
  CHECK(text.find("\n\n  Year\n") != std::string::npos);
}

TEST_CASE("Selected values are shown however far down they are", "[searcher][facet_text]") {
  Facet facet{"year", {}};
  for (std::size_t i = 0; i < 20; ++i) {
    facet.values.push_back({std::to_string(i), "y" + std::to_string(i), 20 - i, i == 15});
  }
  const std::string text = facets_text(std::span(&facet, 1), {40, Emphasis::kPlain, {}});
  CHECK(text.find("* y15 ") != std::string::npos);
  CHECK(text.find("y14") == std::string::npos);
  CHECK(text.find("  13 more\n") != std::string::npos);
}

TEST_CASE("Without values there is nothing to show", "[searcher][facet_text]") {
  CHECK(facets_text({}, {}).empty());
  const std::vector<Facet> empty = {{"country", {}}};
  CHECK(facets_text(empty, {}).empty());
}

TEST_CASE("A value of any count has a bar", "[searcher][facet_text]") {
  const std::vector<Facet> facets = {{"year", {{"a", "a", 1000000, false}, {"b", "b", 1, false}}}};
  CHECK(facets_text(facets, {40, Emphasis::kPlain, {}}).find("1 ▏") != std::string::npos);
}

}  // namespace dateline
