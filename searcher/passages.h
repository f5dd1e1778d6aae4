// From the best articles to the passages of the answer.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "common/index/snapshot.h"
#include "common/result.h"
#include "common/text/analyzer.h"
#include "searcher/answer.h"
#include "searcher/article_parts.h"
#include "searcher/candidates.h"
#include "searcher/deadline.h"
#include "searcher/folding.h"
#include "searcher/page_cursor.h"
#include "searcher/query_terms.h"
#include "searcher/request.h"

namespace dateline {

// What the passages of one answer are chosen by.
struct PassageSearch {
  const Snapshot& snapshot;
  std::span<const std::string> languages;  // that the terms of `terms` are numbered by
  const QueryTerms& terms;
  const std::vector<double>& inverse_frequency;  // of the query's words
  const Request& request;
  const Deadline& deadline;
  const Folding& folding;
  std::span<const FilterSets> filters;  // by segment; who is named beside a passage passes them
  const ScoredBy& scored;               // what the candidates were ranked by
  const PageCursor& page;               // what pages before have dealt with, if there are any
};

struct ChosenPassages {
  std::vector<Passage> passages;
  LeftOut left_out;
  BestScores best;       // that scores are shares of
  PassagesDone done;     // with this page and those before
  bool are_all = false;  // of these candidates
};

// Looks into every candidate and returns the best passages of all, ranked on from the pages before:
// at most request.limit, and no more than fit into its budget (packing.h). Of each group only the
// article with the first of them is shown, and the others are named. Where the request sorts by
// date, the candidates are in their order and their passages follow it. Only articles whose
// passages are returned are loaded, unless their segment has no tokens. Fails with kTimeout, and
// with kCorrupt if the index is damaged.
Result<ChosenPassages> choose_passages(const PassageSearch& search,
                                       std::span<const Candidate> candidates, Analyzer& analyzer);

}  // namespace dateline
