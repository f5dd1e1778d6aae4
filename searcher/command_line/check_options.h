// From what was typed to what is meant.
#pragma once

#include <string_view>

#include "common/result.h"
#include "searcher/command_line/typed_options.h"
#include "searcher/options.h"

namespace dateline {

// `command` is the name of one that needs an index. The index may come from the environment
// variable DATELINE_INDEX. Fails (kRequest) if something is missing or wrong, and says what.
Result<SearchCommand> check_options(std::string_view command, const TypedOptions& typed);

}  // namespace dateline
