#include "common/program.h"
#include "indexer/commands.h"
#include "indexer/options.h"

int main(int argc, char** argv) {
  using namespace dateline;
  return run_program("dateline-index", [argc, argv]() -> Result<ExitStatus> {
    const auto command = parse_command_line({argv + 1, argv + argc});
    if (!command) return command.error();
    return run_command(*command);
  });
}
