// Scripts by which shells complete a program's commands, options, and values where there are few.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/command_line/command_line.h"

namespace dateline {

// "bash", "zsh", "fish".
std::span<const std::string_view> completed_shells();

// The script for one of them. Values of DIR are completed as folders, those of FILE and INPUT as
// files. The command is the first word after the program, as both programs ask for it.
std::string completion_script(const ProgramEntry& program, std::string_view shell);

}  // namespace dateline
