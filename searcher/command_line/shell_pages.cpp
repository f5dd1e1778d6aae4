#include "searcher/command_line/shell_pages.h"

#include <algorithm>

#include "common/command_line/completions.h"
#include "common/command_line/manual_page.h"
#include "common/text/choice.h"

namespace dateline {

bool is_shell_command(std::string_view command) {
  return command == "completions" || command == "manual";
}

Result<std::string> shell_page(std::string_view command, std::string_view shell,
                               const ProgramEntry& program) {
  if (command == "manual") return manual_page(program);
  const auto shells = completed_shells();
  if (shell.empty()) {
    return Error{ErrorKind::kRequest, "completions are for a shell: add " + listed(shells)};
  }
  if (std::find(shells.begin(), shells.end(), shell) == shells.end()) {
    return Error{ErrorKind::kRequest, none_of("the shell", shells, shell)};
  }
  return completion_script(program, shell);
}

}  // namespace dateline
