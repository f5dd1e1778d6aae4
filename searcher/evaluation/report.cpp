#include "searcher/evaluation/report.h"

#include <algorithm>
#include <cstdio>
#include <span>
#include <utility>

#include "searcher/evaluation/measures.h"
#include "searcher/evaluation/significance.h"

namespace dateline {
namespace {

std::string fixed(double value, const char* format = "%.4f") {
  char text[32];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size(), width), ' ');
  return text;
}

struct Comparison {
  std::string measure;
  std::string other;
  double first_mean = 0;
  double other_mean = 0;
  double p = 1;
  std::size_t better = 0, worse = 0, equal = 0;  // queries, as the first run sees it
};

// `ours` and `theirs` are of the same queries.
Comparison compare(std::string measure, std::span<const double> ours, std::string other,
                   std::span<const double> theirs) {
  Comparison comparison{std::move(measure), std::move(other), mean(ours), mean(theirs),
                        paired_p_value(ours, theirs)};
  for (std::size_t at = 0; at < ours.size(); ++at) {
    if (ours[at] > theirs[at]) {
      ++comparison.better;
    } else if (ours[at] < theirs[at]) {
      ++comparison.worse;
    } else {
      ++comparison.equal;
    }
  }
  return comparison;
}

std::string row_of(const Comparison& comparison, double corrected) {
  return padded(comparison.measure, 13) + padded(fixed(comparison.first_mean), 9) +
         padded(fixed(comparison.other_mean), 9) +
         padded(fixed(comparison.first_mean - comparison.other_mean, "%+.4f"), 10) +
         padded(fixed(comparison.p), 8) + padded(fixed(corrected), 8) +
         std::to_string(comparison.better) + '/' + std::to_string(comparison.worse) + '/' +
         std::to_string(comparison.equal) + "  " + comparison.other + '\n';
}

// All of them are taken for the tests made.
std::string rows_of(const std::vector<Comparison>& comparisons) {
  std::vector<double> p_values;
  for (const Comparison& comparison : comparisons) p_values.push_back(comparison.p);
  const auto corrected = holm(p_values);
  std::string rows =
      "measure      this     other    diff      p       p Holm  better/worse/equal than\n";
  for (std::size_t at = 0; at < comparisons.size(); ++at) {
    rows += row_of(comparisons[at], corrected[at]);
  }
  return rows;
}

std::string means_table(const NamedRun& run, const Judgements& judgements) {
  std::string table;
  for (const Measure& measure : all_measures()) {
    table += padded(measure.name, 13) + fixed(mean(values_of(measure, run.run, judgements))) + '\n';
  }
  return table;
}

// For each topic 1 if an answer is among so many passages, else 0.
std::vector<double> within(std::size_t cutoff, const AnswerRanks& ranks) {
  std::vector<double> found;
  for (const auto& [topic, rank] : ranks) found.push_back(rank > 0 && rank <= cutoff ? 1 : 0);
  return found;
}

}  // namespace

std::string comparison_table(const std::vector<NamedRun>& runs, const Judgements& judgements) {
  std::string table = std::to_string(judgements.size()) + " judged queries\n";
  if (runs.size() == 1) return table + means_table(runs.front(), judgements);
  std::vector<Comparison> comparisons;
  for (std::size_t other = 1; other < runs.size(); ++other) {
    for (const Measure& measure : all_measures()) {
      comparisons.push_back(compare(measure.name, values_of(measure, runs.front().run, judgements),
                                    runs[other].name,
                                    values_of(measure, runs[other].run, judgements)));
    }
  }
  return table + rows_of(comparisons);
}

std::string per_query_table(const Run& run, const Judgements& judgements) {
  std::string table;
  for (const Measure& measure : all_measures()) {
    const auto values = values_of(measure, run, judgements);
    std::size_t at = 0;
    for (const auto& [query, grades] : judgements) {
      table += query + '\t' + measure.name + '\t' + fixed(values[at++]) + '\n';
    }
  }
  return table;
}

std::string answers_table(const std::vector<NamedAnswers>& systems) {
  const NamedAnswers& ours = systems.front();
  std::string table = std::to_string(ours.ranks.size()) + " queries with answers\n";
  std::vector<Comparison> comparisons;
  for (const std::size_t cutoff : {1, 3, 5, 10}) {
    const std::string measure = "answer_" + std::to_string(cutoff);
    const auto found = within(cutoff, ours.ranks);
    if (systems.size() == 1) table += padded(measure, 13) + fixed(mean(found)) + '\n';
    for (std::size_t other = 1; other < systems.size(); ++other) {
      comparisons.push_back(
          compare(measure, found, systems[other].name, within(cutoff, systems[other].ranks)));
    }
  }
  return comparisons.empty() ? table : table + rows_of(comparisons);
}

std::string budget_table(const BudgetedAnswers& answers) {
  return rows_of({compare("in_budget", answers.packed, "the best passages, one after the other",
                          answers.greedy)});
}

}  // namespace dateline
