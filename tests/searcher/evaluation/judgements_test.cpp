#include "searcher/evaluation/judgements.h"

#include <sstream>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

Result<Judgements> read(const std::string& text) {
  std::istringstream input(text);
  return read_judgements(input, "qrels");
}

}  // namespace

TEST_CASE("Judgements are read in the forms of BEIR and TREC", "[searcher][judgements]") {
  const Judgements expected = {{"1", {{"a", 2}, {"b", 0}}}, {"2", {{"a", -1}}}};
  const std::string text = GENERATE(as<std::string>(),  //
                                    "query-id\tcorpus-id\tscore\n1\ta\t2\n1\tb\t0\n2\ta\t-1\n",
                                    "1\ta\t2\n1\tb\t0\n\n2\ta\t-1",  //
                                    "1 0 a 2\n1 0 b 0\r\n2 0 a -1\n");
  const auto judgements = read(text);
  REQUIRE(judgements);
  CHECK(*judgements == expected);
}

TEST_CASE("A judgement that is none is named with its line", "[searcher][judgements]") {
  const std::string text = GENERATE(as<std::string>(), "1 a 1\n1 b good\n", "1 a 1\n1 b\n",
                                    "1 a 1\n1 0 b 1 1\n", "1 a 1\n1 b 99999999999\n");
  const auto judgements = read(text);
  REQUIRE_FALSE(judgements);
  CHECK(judgements.error().message ==
        "qrels:2: expected a query, an article and a whole number as the grade");
}

}  // namespace dateline
