#include "common/text/nearest_name.h"

#include <array>
#include <string>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

constexpr std::array<std::string_view, 6> kNames = {"query",   "limit", "countries",
                                                    "country", "from",  "per_article"};

}  // namespace

TEST_CASE("A slip of the fingers is recognised", "[text][nearest_name]") {
  const auto [typed, meant] = GENERATE(table<std::string, std::string>({
      {"qeury", "query"},
      {"limits", "limit"},
      {"contries", "countries"},
      {"countrys", "country"},
      {"form", "from"},
      {"per-article", "per_article"},
      {"query", "query"},
  }));
  CHECK(nearest_name(typed, kNames) == std::string_view(meant));
}

TEST_CASE("What resembles nothing is not guessed at", "[text][nearest_name]") {
  const std::string typed = GENERATE("", "x", "colour", "limitations", "articles", "\xFF\xFE\xFD");
  CHECK_FALSE(nearest_name(typed, kNames).has_value());
  CHECK_FALSE(nearest_name(std::string(1'000'000, 'q'), kNames).has_value());
  CHECK_FALSE(nearest_name("query", {}).has_value());
}

}  // namespace dateline
