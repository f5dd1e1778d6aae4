#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "indexer/found_countries.h"

namespace dateline {
namespace {

using Json = nlohmann::json;

std::vector<Json> traps() {
  std::ifstream file(DATELINE_TEST_DATA "/traps/countries.jsonl");
  std::vector<Json> rows;
  for (std::string line; std::getline(file, line);) rows.push_back(Json::parse(line));
  return rows;
}

std::string codes_in(const Json& list) {
  std::string codes;
  for (const Json& code : list) {
    if (!codes.empty()) codes += ' ';
    codes += code.get<std::string>();
  }
  return codes;
}

std::string truth_of(const Json& trap) {
  return codes_in(trap["about"]) + " / " + trap.value("primary", "-") + " / " +
         codes_in(trap["mentioned"]);
}

}  // namespace

TEST_CASE("No trap catches the finder of countries", "[indexer][country_traps]") {
  const std::vector<Json> all = traps();
  REQUIRE(all.size() >= 300);
  for (const Json& trap : all) {
    const auto title = trap.value("title", "");
    const auto text = trap["text"].get<std::string>();
    INFO(trap["trap"].get<std::string>() << ": " << title << " | " << text);
    CHECK(summary(find_countries(title, text, trap["language"].get<std::string>())) ==
          truth_of(trap));
  }
}

}  // namespace dateline
