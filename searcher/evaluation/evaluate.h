// `dateline-search eval`: queries, judgements and runs in, a report out.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/result.h"
#include "searcher/evaluation/topic_search.h"

namespace dateline {

struct EvaluationOrder {
  std::filesystem::path judgements;
  std::filesystem::path topics;
  TopicReading reading;
  std::vector<std::filesystem::path> runs;      // other systems' runs to compare with
  std::vector<std::filesystem::path> passages;  // other systems' passages to look for answers in
  std::optional<std::filesystem::path> write;   // where to write our run
  bool per_query = false;
};

// The report. Fails with kMissing or kInput if a file cannot be read, and as searches do.
Result<std::string> evaluate(const EvaluationOrder& order, const FilterContext& context,
                             const SearchFunction& search);

}  // namespace dateline
