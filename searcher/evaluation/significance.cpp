#include "searcher/evaluation/significance.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <random>

namespace dateline {

double paired_p_value(std::span<const double> left, std::span<const double> right) {
  constexpr int kDraws = 20000;
  constexpr double kRounding = 1e-12;  // sums of the same differences may differ by this much
  std::vector<double> differences;
  for (std::size_t at = 0; at < left.size(); ++at) differences.push_back(left[at] - right[at]);
  const double observed =
      std::abs(std::accumulate(differences.begin(), differences.end(), 0.0)) - kRounding;
  std::mt19937_64 random(1);
  int as_large = 0;
  for (int draw = 0; draw < kDraws; ++draw) {
    double sum = 0;
    std::uint64_t signs = 0;
    for (std::size_t at = 0; at < differences.size(); ++at) {
      if (at % 64 == 0) signs = random();
      sum += (signs >> (at % 64) & 1) != 0 ? differences[at] : -differences[at];
    }
    if (std::abs(sum) >= observed) ++as_large;
  }
  return (1.0 + as_large) / (1.0 + kDraws);
}

std::vector<double> holm(std::span<const double> p_values) {
  std::vector<std::size_t> order(p_values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    return p_values[left] < p_values[right];
  });
  std::vector<double> adjusted(p_values.size());
  double largest = 0;
  for (std::size_t at = 0; at < order.size(); ++at) {
    const auto tests_left = static_cast<double>(order.size() - at);
    largest = std::max(largest, std::min(1.0, p_values[order[at]] * tests_left));
    adjusted[order[at]] = largest;
  }
  return adjusted;
}

}  // namespace dateline
