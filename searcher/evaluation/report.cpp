#include "searcher/evaluation/report.h"

#include <algorithm>
#include <cstdio>

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

Comparison compare(const Measure& measure, const NamedRun& first, const NamedRun& other,
                   const Judgements& judgements) {
  const auto ours = values_of(measure, first.run, judgements);
  const auto theirs = values_of(measure, other.run, judgements);
  Comparison comparison{measure.name, other.name, mean(ours), mean(theirs),
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

std::string means_table(const NamedRun& run, const Judgements& judgements) {
  std::string table;
  for (const Measure& measure : all_measures()) {
    table += padded(measure.name, 13) + fixed(mean(values_of(measure, run.run, judgements))) + '\n';
  }
  return table;
}

}  // namespace

std::string comparison_table(const std::vector<NamedRun>& runs, const Judgements& judgements) {
  std::string table = std::to_string(judgements.size()) + " judged queries\n";
  if (runs.size() == 1) return table + means_table(runs.front(), judgements);
  std::vector<Comparison> comparisons;
  std::vector<double> p_values;
  for (std::size_t other = 1; other < runs.size(); ++other) {
    for (const Measure& measure : all_measures()) {
      comparisons.push_back(compare(measure, runs.front(), runs[other], judgements));
      p_values.push_back(comparisons.back().p);
    }
  }
  const auto corrected = holm(p_values);
  table += "measure      this     other    diff      p       p Holm  better/worse/equal than\n";
  for (std::size_t at = 0; at < comparisons.size(); ++at) {
    table += row_of(comparisons[at], corrected[at]);
  }
  return table;
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

std::string answers_table(const std::map<std::string, std::size_t>& ranks) {
  std::string table = std::to_string(ranks.size()) + " queries with answers\n";
  for (const std::size_t cutoff : {1, 3, 5, 10}) {
    const auto found = std::count_if(ranks.begin(), ranks.end(), [cutoff](const auto& rank) {
      return rank.second > 0 && rank.second <= cutoff;
    });
    const double whole = std::max<double>(1, static_cast<double>(ranks.size()));
    table += padded("answer_" + std::to_string(cutoff), 13) +
             fixed(static_cast<double>(found) / whole) + '\n';
  }
  return table;
}

std::string budget_table(const BudgetedAnswers& answers) {
  const auto share = [&answers](std::size_t found) {
    const double whole = std::max<double>(1, static_cast<double>(answers.topics));
    return fixed(static_cast<double>(found) / whole) + '\n';
  };
  return padded("answer_packed", 15) + share(answers.packed) + padded("answer_greedy", 15) +
         share(answers.greedy);
}

}  // namespace dateline
