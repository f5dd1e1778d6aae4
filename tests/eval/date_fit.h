// Fits the weights of cues (indexer/date_weights.cpp) to pages whose date is known.
//
// The model: of the days D that a page names, day d is the day of publication with probability
//   P(d) = exp(s(d)) / (1 + sum over D of exp(s)),   s(d) = bias + sum of the weights of its cues,
// the 1 standing for "none of them"; a day written several times counts with its best mention. This
// is the conditional logit of McFadden (1974) with an outside option. Weights maximise the
// likelihood of the truths less a penalty of half the squared weights (a normal prior of variance
// 1/penalty).
#pragma once

#include <array>
#include <vector>

#include "common/date.h"
#include "indexer/date_cue.h"

namespace dateline {

struct FitCandidate {
  Date day;
  CueSet cues;
};

struct FitPage {
  std::vector<FitCandidate> candidates;
  Date truth;
  double weight = 1;  // how much the page counts
};

struct FittedWeights {
  double bias = 0;
  std::array<double, kCueCount> weights{};
};

FittedWeights fit_weights(const std::vector<FitPage>& pages, double penalty);

// Score of one candidate.
double score(const FittedWeights& fitted, const CueSet& cues);

}  // namespace dateline
