// Carries out a command of dateline-search: data to standard output, words to standard error.
#pragma once

#include "common/exit_status.h"
#include "common/result.h"
#include "searcher/options.h"

namespace dateline {

// kIncomplete if a query found nothing; kFailure if lines of a batch could not be answered.
Result<ExitStatus> run_search_command(const SearchCommand& command);

}  // namespace dateline
