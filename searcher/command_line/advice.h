// What to say of a command line that is none of those declared.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace dateline {

// "; see dateline-search query --help". `command` is empty if none was typed.
std::string see_help(std::string_view command);

// Of arguments that name no command, or one that is not among `commands`, of which there must be
// one at least: which there are, and which was meant if that can be guessed.
Error no_command(std::span<const std::string> arguments, const std::vector<std::string>& commands);

// Of an option that the command has not, such as "--contry=AZ": which was meant, if that can be
// guessed. `known` has the names without hyphens.
Error no_option(std::string_view typed, std::string_view command,
                const std::vector<std::string>& known);

}  // namespace dateline
