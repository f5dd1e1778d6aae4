// Logistic regression: the coefficients b that make the truths likeliest if each case is true with
// probability 1 / (1 + exp(-b.x)), less a small penalty that keeps them finite.
#pragma once

#include <vector>

namespace dateline {

struct LogisticCase {
  std::vector<double> features;  // as many in every case
  bool is_true = false;
};

// Newton's method, which is iteratively reweighted least squares here. Empty without cases.
std::vector<double> fit_logistic(const std::vector<LogisticCase>& cases);

}  // namespace dateline
