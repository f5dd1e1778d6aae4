#include "common/program.h"
#include "searcher/commands.h"
#include "searcher/options.h"

int main(int argc, char** argv) {
  using namespace dateline;
  return run_program("dateline-search", [argc, argv]() -> Result<ExitStatus> {
    const auto command = parse_search_command({argv + 1, argv + argc});
    if (!command) return command.error();
    return run_search_command(*command);
  });
}
