// What an evaluation prints: means, comparisons, and single queries.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/evaluation/judgements.h"
#include "searcher/evaluation/run.h"
#include "searcher/evaluation/topic_search.h"

namespace dateline {

struct NamedRun {
  std::string name;
  Run run;
};

// A table of the measures' means for the first run; for each other run its own, the difference, the
// paired test's p (see significance.h), the same corrected for all tests in the report, and how
// many queries the first run does better, worse and equally on.
std::string comparison_table(const std::vector<NamedRun>& runs, const Judgements& judgements);

// One line per query and measure: `query measure value`, apart by tabs.
std::string per_query_table(const Run& run, const Judgements& judgements);

struct NamedAnswers {
  std::string name;
  AnswerRanks ranks;
};

// Which share of the topics that list answers has one in the first 1, 3, 5 and 10 passages: of the
// first system; beside each other one, as comparison_table() compares runs.
// REQUIRES: all are of the same topics.
std::string answers_table(const std::vector<NamedAnswers>& systems);

// Which share of the topics has its answer in what fills a budget, beside the best passages one
// after the other; compared as comparison_table() compares runs.
std::string budget_table(const BudgetedAnswers& answers);

}  // namespace dateline
