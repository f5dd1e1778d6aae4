#include "searcher/evaluation/measures.h"

#include <fstream>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

Judgements sample_judgements() {
  std::ifstream file(DATELINE_TEST_DATA "/evaluation/judgements.qrels");
  auto judgements = read_judgements(file, "judgements.qrels");
  REQUIRE(judgements);
  return std::move(*judgements);
}

Run sample_run() {
  std::ifstream file(DATELINE_TEST_DATA "/evaluation/sample.run");
  auto run = read_run(file, "sample.run");
  REQUIRE(run);
  return std::move(*run);
}

const Measure& measure(const std::string& name) {
  for (const Measure& one : all_measures()) {
    if (one.name == name) return one;
  }
  throw std::invalid_argument(name);
}

}  // namespace

// The values are those that trec_eval 9 itself gives for the two files (through pytrec_eval-terrier
// 0.5.11). Scores tie often, query 4 has no ranking and query 5 nothing relevant.
TEST_CASE("Measures give what trec_eval gives", "[searcher][measures]") {
  const auto [name, expected] = GENERATE(table<std::string, std::vector<double>>({
      {"map", {0.125, 0.267389, 0.632479, 0, 0}},
      {"ndcg_cut_10", {0.291279, 0.134382, 0.605191, 0, 0}},
      {"recip_rank", {0.25, 0.333333, 1, 0, 0}},
      {"P_10", {0.2, 0.3, 0.2, 0, 0}},
      {"recall_100", {0.5, 0.777778, 1, 0, 0}},
      {"bpref", {0.125, 0.518519, 0.666667, 0, 0}},
  }));
  CAPTURE(name);
  const auto values = values_of(measure(name), sample_run(), sample_judgements());
  REQUIRE(values.size() == expected.size());
  for (std::size_t at = 0; at < values.size(); ++at) {
    CAPTURE(at);
    CHECK(values[at] == Approx(expected[at]).margin(5e-7));
  }
}

TEST_CASE("The judged share counts what anyone has graded", "[searcher][measures]") {
  const Run run = {{"q", {{"a", 4}, {"b", 3}, {"c", 2}, {"d", 1}}}};
  const Judgements judgements = {{"q", {{"a", 1}, {"b", 0}, {"c", -1}}}};
  CHECK(values_of(measure("judged_10"), run, judgements) == std::vector<double>{0.5});
}

TEST_CASE("The mean of nothing is 0", "[searcher][measures]") {
  CHECK(mean({}) == 0);
  CHECK(mean(std::vector<double>{1, 2, 6}) == 3);
}

}  // namespace dateline
