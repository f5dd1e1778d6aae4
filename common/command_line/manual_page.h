// The page that man(1) shows about a program.
#pragma once

#include <string>

#include "common/command_line/command_line.h"

namespace dateline {

// In roff with the macros of man(7), section 1.
std::string manual_page(const ProgramEntry& program);

}  // namespace dateline
