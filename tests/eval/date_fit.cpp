#include "date_fit.h"

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

constexpr int kSteps = 1'500;
constexpr std::size_t kDimensions = kCueCount + 1;  // the last is the bias

using Vector = std::array<double, kDimensions>;

Vector features_of(const CueSet& cues) {
  Vector features{};
  for (std::size_t i = 0; i < kCueCount; ++i) {
    features[i] = cues.has(static_cast<DateCue>(i)) ? 1 : 0;
  }
  features[kCueCount] = 1;
  return features;
}

double dot(const Vector& one, const Vector& other) {
  double sum = 0;
  for (std::size_t i = 0; i < kDimensions; ++i) sum += one[i] * other[i];
  return sum;
}

struct Mention {
  Date day;
  Vector features;
};

struct Day {
  Date day;
  const Vector* features;
  double score;
};

// Each day of the page with its best mention.
std::vector<Day> days_of(const std::vector<Mention>& mentions, const Vector& weights) {
  std::vector<Day> days;
  for (const Mention& mention : mentions) {
    const double score = dot(mention.features, weights);
    if (days.empty() || days.back().day != mention.day) {
      days.push_back({mention.day, &mention.features, score});
    } else if (score > days.back().score) {
      days.back() = {mention.day, &mention.features, score};
    }
  }
  return days;
}

}  // namespace

double score(const FittedWeights& fitted, const CueSet& cues) {
  double sum = fitted.bias;
  for (std::size_t i = 0; i < kCueCount; ++i) {
    if (cues.has(static_cast<DateCue>(i))) sum += fitted.weights[i];
  }
  return sum;
}

FittedWeights fit_weights(const std::vector<FitPage>& pages, double penalty) {
  std::vector<std::vector<Mention>> mentions(pages.size());
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (const FitCandidate& candidate : pages[p].candidates) {
      mentions[p].push_back({candidate.day, features_of(candidate.cues)});
    }
    std::stable_sort(mentions[p].begin(), mentions[p].end(),
                     [](const Mention& one, const Mention& other) { return one.day < other.day; });
  }
  Vector weights{};
  Vector steps{};  // Adagrad: the sums of squared gradients
  for (int step = 0; step < kSteps; ++step) {
    Vector gradient{};
    for (std::size_t i = 0; i < kCueCount; ++i) gradient[i] = -penalty * weights[i];
    for (std::size_t p = 0; p < pages.size(); ++p) {
      const std::vector<Day> days = days_of(mentions[p], weights);
      double highest = 0;
      for (const Day& day : days) highest = std::max(highest, day.score);
      double sum = std::exp(-highest);
      for (const Day& day : days) sum += std::exp(day.score - highest);
      for (const Day& day : days) {
        const double probability = std::exp(day.score - highest) / sum;
        const double error = (day.day == pages[p].truth ? 1 : 0) - probability;
        for (std::size_t i = 0; i < kDimensions; ++i) {
          gradient[i] += pages[p].weight * error * (*day.features)[i];
        }
      }
    }
    for (std::size_t i = 0; i < kDimensions; ++i) {
      steps[i] += gradient[i] * gradient[i];
      if (steps[i] > 0) weights[i] += 0.5 * gradient[i] / std::sqrt(steps[i]);
    }
  }
  FittedWeights fitted;
  std::copy(weights.begin(), weights.end() - 1, fitted.weights.begin());
  fitted.bias = weights.back();
  return fitted;
}

}  // namespace dateline
