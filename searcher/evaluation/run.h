// What a system found for each query of a collection, and the files in which such runs are
// exchanged.
#pragma once

#include <functional>
#include <istream>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "common/result.h"

namespace dateline {

struct RankedArticle {
  std::string id;
  double score = 0;
};
using Ranking = std::vector<RankedArticle>;
using Run = std::map<std::string, Ranking, std::less<>>;  // by query id

// The order in which trec_eval reads a ranking, whatever ranks stand in it: by falling score, equal
// scores by falling id.
void sort_as_judged(Ranking& ranking);

// TREC's six columns: `query Q0 article rank score tag`. Rankings are sorted as judged. Reading
// fails with kInput, naming `name` and the line.
Result<Run> read_run(std::istream& input, const std::string& name);
void write_run(std::ostream& output, const Run& run, const std::string& tag);

}  // namespace dateline
