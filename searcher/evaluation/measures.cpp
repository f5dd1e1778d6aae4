#include "searcher/evaluation/measures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace dateline {
namespace {

// The grade of an article, below 0 if nobody judged it.
int grade_of(const Grades& grades, const std::string& id) {
  const auto found = grades.find(id);
  return found == grades.end() ? -1 : found->second;
}

std::size_t relevant_in(const Grades& grades) {
  return static_cast<std::size_t>(std::count_if(
      grades.begin(), grades.end(), [](const auto& judged) { return judged.second > 0; }));
}

std::size_t irrelevant_in(const Grades& grades) {
  return static_cast<std::size_t>(std::count_if(
      grades.begin(), grades.end(), [](const auto& judged) { return judged.second == 0; }));
}

std::size_t relevant_among(const Ranking& ranking, const Grades& grades, std::size_t cutoff) {
  const auto end = ranking.begin() + static_cast<std::ptrdiff_t>(std::min(cutoff, ranking.size()));
  return static_cast<std::size_t>(std::count_if(
      ranking.begin(), end, [&](const auto& one) { return grade_of(grades, one.id) > 0; }));
}

double share(double part, std::size_t whole) {
  return whole == 0 ? 0 : part / static_cast<double>(whole);
}

double average_precision(const Ranking& ranking, const Grades& grades, std::size_t /*cutoff*/) {
  double sum = 0;
  std::size_t relevant = 0;
  for (std::size_t at = 0; at < ranking.size(); ++at) {
    if (grade_of(grades, ranking[at].id) <= 0) continue;
    ++relevant;
    sum += share(static_cast<double>(relevant), at + 1);
  }
  return share(sum, relevant_in(grades));
}

// The gain is the grade itself; the ideal order is that of all judged articles.
double normalised_gain(const Ranking& ranking, const Grades& grades, std::size_t cutoff) {
  const auto discounted = [](int grade, std::size_t at) {
    return grade > 0 ? grade / std::log2(static_cast<double>(at) + 2) : 0;
  };
  std::vector<int> ideal;
  for (const auto& [id, grade] : grades) ideal.push_back(grade);
  std::sort(ideal.begin(), ideal.end(), std::greater<>());
  double gain = 0;
  double best = 0;
  for (std::size_t at = 0; at < std::min(cutoff, ranking.size()); ++at) {
    gain += discounted(grade_of(grades, ranking[at].id), at);
  }
  for (std::size_t at = 0; at < std::min(cutoff, ideal.size()); ++at) {
    best += discounted(ideal[at], at);
  }
  return best > 0 ? gain / best : 0;
}

double reciprocal_rank(const Ranking& ranking, const Grades& grades, std::size_t /*cutoff*/) {
  for (std::size_t at = 0; at < ranking.size(); ++at) {
    if (grade_of(grades, ranking[at].id) > 0) return share(1, at + 1);
  }
  return 0;
}

double precision(const Ranking& ranking, const Grades& grades, std::size_t cutoff) {
  return share(static_cast<double>(relevant_among(ranking, grades, cutoff)), cutoff);
}

double recall(const Ranking& ranking, const Grades& grades, std::size_t cutoff) {
  return share(static_cast<double>(relevant_among(ranking, grades, cutoff)), relevant_in(grades));
}

// Buckley and Voorhees, "Retrieval evaluation with incomplete information", SIGIR 2004: how seldom
// judged articles that are not relevant stand before relevant ones.
double binary_preference(const Ranking& ranking, const Grades& grades, std::size_t /*cutoff*/) {
  const std::size_t relevant = relevant_in(grades);
  const std::size_t others = irrelevant_in(grades);
  std::size_t others_above = 0;
  double sum = 0;
  for (const RankedArticle& one : ranking) {
    const int grade = grade_of(grades, one.id);
    if (grade == 0) ++others_above;
    if (grade <= 0) continue;
    sum += 1;
    if (others_above > 0) {
      sum -=
          share(static_cast<double>(std::min(others_above, relevant)), std::min(others, relevant));
    }
  }
  return share(sum, relevant);
}

double judged_share(const Ranking& ranking, const Grades& grades, std::size_t cutoff) {
  const std::size_t shown = std::min(cutoff, ranking.size());
  const auto end = ranking.begin() + static_cast<std::ptrdiff_t>(shown);
  const auto judged = std::count_if(ranking.begin(), end,
                                    [&](const auto& one) { return grade_of(grades, one.id) >= 0; });
  return share(static_cast<double>(judged), shown);
}

}  // namespace

std::span<const Measure> all_measures() {
  static const std::array<Measure, 7> measures = {{
      {"map", average_precision, 0},
      {"ndcg_cut_10", normalised_gain, 10},
      {"recip_rank", reciprocal_rank, 0},
      {"P_10", precision, 10},
      {"recall_100", recall, 100},
      {"bpref", binary_preference, 0},
      {"judged_10", judged_share, 10},
  }};
  return measures;
}

std::vector<double> values_of(const Measure& measure, const Run& run,
                              const Judgements& judgements) {
  static const Ranking nothing;
  std::vector<double> values;
  for (const auto& [query, grades] : judgements) {
    const auto ranking = run.find(query);
    values.push_back(
        measure.of(ranking == run.end() ? nothing : ranking->second, grades, measure.cutoff));
  }
  return values;
}

double mean(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return share(sum, values.size());
}

}  // namespace dateline
