// Many requests in one run: JSON lines in, JSON lines out, in the same order.
#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <ostream>

#include "searcher/answer.h"
#include "searcher/request_draft.h"

namespace dateline {

using SearchFunction = std::function<Result<Answer>(const Request&)>;

struct BatchReport {
  std::size_t answered = 0;
  std::size_t failed = 0;  // lines that got an error instead
};

constexpr std::size_t kMaxRequestBytes = std::size_t{1} << 20;  // of one line

// For each line that is not blank writes one line, as ANSWER.md describes, and flushes it, so that
// another program can ask and wait for the answer. A line that cannot be answered yields an error
// line and the run goes on. Stops early only when `output` fails. `defaults` hold what a request
// leaves out.
BatchReport run_batch(std::istream& input, std::ostream& output, const RequestDraft& defaults,
                      const FilterContext& context, const SearchFunction& search);

}  // namespace dateline
