#include "logistic_fit.h"

#include <cmath>
#include <cstddef>
#include <utility>

namespace dateline {
namespace {

using Vector = std::vector<double>;
using Matrix = std::vector<Vector>;

// Solves a x = b by Gaussian elimination with pivots. REQUIRES: a is square and regular.
Vector solve(Matrix a, Vector b) {
  const std::size_t size = b.size();
  for (std::size_t column = 0; column < size; ++column) {
    std::size_t pivot = column;
    for (std::size_t row = column + 1; row < size; ++row) {
      if (std::abs(a[row][column]) > std::abs(a[pivot][column])) pivot = row;
    }
    std::swap(a[column], a[pivot]);
    std::swap(b[column], b[pivot]);
    for (std::size_t row = 0; row < size; ++row) {
      if (row == column) continue;
      const double factor = a[row][column] / a[column][column];
      for (std::size_t i = column; i < size; ++i) a[row][i] -= factor * a[column][i];
      b[row] -= factor * b[column];
    }
  }
  for (std::size_t i = 0; i < size; ++i) b[i] /= a[i][i];
  return b;
}

}  // namespace

std::vector<double> fit_logistic(const std::vector<LogisticCase>& cases) {
  constexpr int kSteps = 30;
  constexpr double kPenalty = 0.1;
  if (cases.empty()) return {};
  const std::size_t size = cases.front().features.size();
  Vector coefficients(size);
  for (int step = 0; step < kSteps; ++step) {
    Vector gradient(size);
    Matrix curvature(size, Vector(size));
    for (std::size_t i = 0; i < size; ++i) {
      gradient[i] = -kPenalty * coefficients[i];
      curvature[i][i] = kPenalty;
    }
    for (const LogisticCase& one : cases) {
      double log_odds = 0;
      for (std::size_t i = 0; i < size; ++i) log_odds += coefficients[i] * one.features[i];
      const double probability = 1 / (1 + std::exp(-log_odds));
      const double error = (one.is_true ? 1 : 0) - probability;
      const double weight = probability * (1 - probability);
      for (std::size_t i = 0; i < size; ++i) {
        gradient[i] += error * one.features[i];
        for (std::size_t k = 0; k < size; ++k) {
          curvature[i][k] += weight * one.features[i] * one.features[k];
        }
      }
    }
    const Vector change = solve(curvature, gradient);
    for (std::size_t i = 0; i < size; ++i) coefficients[i] += change[i];
  }
  return coefficients;
}

}  // namespace dateline
