#include "searcher/evaluation/run.h"

#include <sstream>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("A ranking is judged by falling score, equal scores by falling id", "[searcher][run]") {
  Ranking ranking = {{"a", 1}, {"c", 2}, {"b", 2}, {"d", 3}};
  sort_as_judged(ranking);
  std::string order;
  for (const RankedArticle& one : ranking) order += one.id;
  CHECK(order == "dcba");
}

TEST_CASE("A run that was written reads as it was", "[searcher][run]") {
  const Run run = {{"1", {{"x", 0.987654321}, {"y", 0.5}}}, {"2", {{"z", -1}}}};
  std::stringstream file;
  write_run(file, run, "tag");
  CHECK(file.str() ==
        "1 Q0 x 1 0.987654321 tag\n"
        "1 Q0 y 2 0.5 tag\n"
        "2 Q0 z 1 -1 tag\n");
  const auto read = read_run(file, "run");
  REQUIRE(read);
  REQUIRE(read->size() == 2);
  CHECK(read->at("1").at(0).id == "x");
  CHECK(read->at("1").at(0).score == 0.987654321);
  CHECK(read->at("2").at(0).score == -1);
}

TEST_CASE("A line that is no result is named", "[searcher][run]") {
  const std::string line = GENERATE(as<std::string>(), "1 Q0 x 1 tag", "1 Q0 x 1 high tag",
                                    "1 Q0 x 1 0.5x tag", "1 Q0 x 1 0.5 tag more");
  std::istringstream file("1 Q0 w 1 0.5 tag\n" + line + "\n");
  const auto read = read_run(file, "run");
  REQUIRE_FALSE(read);
  CHECK(read.error().message == "run:2: expected six columns: query Q0 article rank score tag");
}

}  // namespace dateline
