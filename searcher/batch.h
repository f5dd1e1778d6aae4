// Many requests in one run: JSON lines in, JSON lines out, in the same order.
#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "searcher/answer.h"
#include "searcher/request_draft.h"

namespace dateline {

using SearchFunction = std::function<Result<Answer>(const Request&)>;

struct BatchRules {
  const RequestDraft& defaults;  // what a request leaves out
  const FilterContext& context;
};

// Where a run that was broken off goes on.
struct BatchStart {
  std::size_t answers = 0;      // lines that are written already
  std::string last_line_begin;  // the first bytes of the last of them
};

struct BatchReport {
  std::size_t answered = 0;
  std::size_t failed = 0;  // lines that got an error instead
};

constexpr std::size_t kMaxRequestBytes = std::size_t{1} << 20;  // of one line

// For each line that is not blank writes one line, as ANSWER.md describes, and flushes it, so that
// another program can ask and wait for the answer. A line that cannot be answered yields an error
// line and the run goes on. Stops early only when `output` fails.
//
// Each of `searches` is used by one thread; a single one by the caller's. Of lines that wait for
// those before them, a few a thread are kept in memory.
//
// Fails (kInput) if the answers of `start` are not those of the first lines, as far as ids tell.
Result<BatchReport> run_batch(std::istream& input, std::ostream& output, const BatchRules& rules,
                              const std::vector<SearchFunction>& searches,
                              const BatchStart& start = {});

}  // namespace dateline
