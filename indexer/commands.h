// Carries out a command of dateline-index: data to standard output, words to standard error.
#pragma once

#include "common/exit_status.h"
#include "common/result.h"
#include "indexer/options.h"

namespace dateline {

Result<ExitStatus> run_command(const Command& command);

}  // namespace dateline
