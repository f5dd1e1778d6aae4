// Relevance judgements ("qrels"): how well articles answer queries, as people judged it.
#pragma once

#include <functional>
#include <istream>
#include <map>
#include <string>

#include "common/result.h"

namespace dateline {

// Grades by article id: 1 and more is relevant, 0 is not, below 0 counts as not judged.
using Grades = std::map<std::string, int, std::less<>>;
using Judgements = std::map<std::string, Grades, std::less<>>;  // by query id

// Reads lines of `query article grade`, a first line of column names allowed (BEIR), or of
// `query iteration article grade` (TREC), fields apart by tabs or spaces. Fails with kInput, naming
// `name` and the line.
Result<Judgements> read_judgements(std::istream& input, const std::string& name);

}  // namespace dateline
