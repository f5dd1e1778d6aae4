// bench: Dateline beside other engines. `run` beside this file calls it; README.md explains both.
#include <iostream>
#include <vector>

#include "command.h"

int main(int argc, char** argv) {
  using namespace dateline;
  using namespace dateline::bench;
  return run_program("bench", [argc, argv]() -> Result<ExitStatus> {
    CLI::App app("Measures Dateline beside other engines.");
    app.require_subcommand(1);
    const std::vector<BenchCommand> commands = {generate_command(app), export_command(app),
                                                compare_command(app),  answers_command(app),
                                                measure_command(app),  queries_command(app)};
    try {
      app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
      std::cout << app.help("", CLI::AppFormatMode::All);
      return ExitStatus::kSuccess;
    } catch (const CLI::ParseError& error) {
      return Error{ErrorKind::kRequest, std::string(error.what()) + "; see bench --help"};
    }
    for (const BenchCommand& command : commands) {
      if (command.parser->parsed()) return command.run();
    }
    return ExitStatus::kFailure;
  });
}
