// The commands of dateline-search, and which options each has. Includes CLI11; for options.cpp
// only.
#pragma once

#include "searcher/command_line/declaration.h"

namespace dateline {

// Adds every command to the program. What is typed goes to `typed`, which must outlive it.
void declare_commands(CLI::App& program, TypedOptions& typed, OptionChoices& choices);

}  // namespace dateline
