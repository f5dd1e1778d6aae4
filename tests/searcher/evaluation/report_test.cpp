#include "searcher/evaluation/report.h"

#include <catch2/catch.hpp>

namespace dateline {
namespace {

const Judgements kJudgements = {{"1", {{"a", 1}}}, {"2", {{"b", 1}}}};
const Run kRight = {{"1", {{"a", 1}}}, {"2", {{"b", 1}}}};
const Run kHalf = {{"1", {{"a", 1}}}, {"2", {{"c", 2}, {"b", 1}}}};

}  // namespace

TEST_CASE("One run is reported by its means", "[searcher][report]") {
  CHECK(comparison_table({{"ours", kHalf}}, kJudgements) ==
        "2 judged queries\n"
        "map          0.7500\n"
        "ndcg_cut_10  0.8155\n"
        "recip_rank   0.7500\n"
        "P_10         0.1000\n"
        "recall_100   1.0000\n"
        "bpref        1.0000\n"
        "judged_10    0.7500\n");
}

TEST_CASE("Runs are compared measure by measure", "[searcher][report]") {
  const std::string table = comparison_table({{"ours", kRight}, {"theirs", kHalf}}, kJudgements);
  CHECK(table.find("measure      this     other    diff      p       p Holm  better/worse/equal "
                   "than\n"
                   "map          1.0000   0.7500   +0.2500   1.0000  1.0000  1/0/1  theirs\n") !=
        std::string::npos);
}

TEST_CASE("Every query's values can be listed", "[searcher][report]") {
  const std::string table = per_query_table(kHalf, kJudgements);
  CHECK(table.find("1\tmap\t1.0000\n2\tmap\t0.5000\n1\tndcg_cut_10\t1.0000\n") == 0);
}

TEST_CASE("Answers are counted by the rank of the first passage that has one",
          "[searcher][report]") {
  CHECK(answers_table({{"ours", {{"1", 1}, {"2", 4}, {"3", 0}, {"4", 10}}}}) ==
        "4 queries with answers\n"
        "answer_1     0.2500\n"
        "answer_3     0.2500\n"
        "answer_5     0.5000\n"
        "answer_10    0.7500\n");
}

TEST_CASE("Systems are compared by where answers are", "[searcher][report]") {
  const std::string table = answers_table({{"ours", {{"1", 1}, {"2", 4}}},
                                           {"theirs", {{"1", 3}, {"2", 0}}},
                                           {"same", {{"1", 1}, {"2", 4}}}});
  CHECK(table ==
        "2 queries with answers\n"
        "measure      this     other    diff      p       p Holm  better/worse/equal than\n"
        "answer_1     0.5000   0.0000   +0.5000   1.0000  1.0000  1/0/1  theirs\n"
        "answer_1     0.5000   0.5000   +0.0000   1.0000  1.0000  0/0/2  same\n"
        "answer_3     0.5000   0.5000   +0.0000   1.0000  1.0000  0/0/2  theirs\n"
        "answer_3     0.5000   0.5000   +0.0000   1.0000  1.0000  0/0/2  same\n"
        "answer_5     1.0000   0.5000   +0.5000   1.0000  1.0000  1/0/1  theirs\n"
        "answer_5     1.0000   1.0000   +0.0000   1.0000  1.0000  0/0/2  same\n"
        "answer_10    1.0000   0.5000   +0.5000   1.0000  1.0000  1/0/1  theirs\n"
        "answer_10    1.0000   1.0000   +0.0000   1.0000  1.0000  0/0/2  same\n");
}

TEST_CASE("What fills a budget is compared with the best in their order", "[searcher][report]") {
  CHECK(budget_table({{1, 1, 0, 0}, {1, 0, 0, 0}}) ==
        "measure      this     other    diff      p       p Holm  better/worse/equal than\n"
        "in_budget    0.5000   0.2500   +0.2500   1.0000  1.0000  1/0/3  the best passages, one "
        "after "
        "the other\n");
}

}  // namespace dateline
