// The texts of the commands that describe the program to a shell: `completions` and `manual`.
#pragma once

#include <string>
#include <string_view>

#include "common/command_line/command_line.h"
#include "common/result.h"

namespace dateline {

bool is_shell_command(std::string_view command);

// `shell` is what was typed behind `completions`. Fails (kRequest) unless it is one of
// completed_shells().
Result<std::string> shell_page(std::string_view command, std::string_view shell,
                               const ProgramEntry& program);

}  // namespace dateline
