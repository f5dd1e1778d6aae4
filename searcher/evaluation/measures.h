// How good a ranking is, by the definitions of trec_eval 9 (https://github.com/usnistgov/trec_eval;
// the names are its own): an article is relevant from grade 1 on, what was not judged counts as not
// relevant.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "searcher/evaluation/judgements.h"
#include "searcher/evaluation/run.h"

namespace dateline {

struct Measure {
  std::string name;
  double (*of)(const Ranking& ranking, const Grades& grades, std::size_t cutoff);
  std::size_t cutoff = 0;  // how many of the ranking count; 0 for all
};

// map, ndcg_cut_10, recip_rank, P_10, recall_100, bpref, and judged_10, the share of the first ten
// that anyone has judged: where it is low, the others say little.
std::span<const Measure> all_measures();

// By query of `judgements`, in order; a query without a ranking gets 0 (trec_eval -c).
// REQUIRES: rankings are sorted as judged.
std::vector<double> values_of(const Measure& measure, const Run& run, const Judgements& judgements);

double mean(std::span<const double> values);  // 0 of nothing

}  // namespace dateline
