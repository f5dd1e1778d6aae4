// From the options a program declares to their description. Includes CLI11; for the files that
// declare options.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "common/command_line/command_line.h"

namespace dateline {

// The values of options that have few: CLI11 knows no more than how to check them.
using OptionChoices = std::map<const CLI::Option*, std::vector<std::string>>;

// In the order of declaration; groups of options in the order of their first one.
ProgramEntry describe(const CLI::App& program, std::string_view version,
                      const OptionChoices& choices);

}  // namespace dateline
