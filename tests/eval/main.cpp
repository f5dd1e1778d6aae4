// evaluate: how right are the dates and countries that Dateline finds? README.md beside this file
// tells how to run it and how to read what it prints.
#include <iostream>
#include <vector>

#include "command.h"

int main(int argc, char** argv) {
  using namespace dateline;
  return run_program("evaluate", [argc, argv]() -> Result<ExitStatus> {
    CLI::App app("Compares what Dateline finds in articles with what is true of them.");
    app.require_subcommand(1);
    const std::vector<EvalCommand> commands = {copies_command(app),        countries_command(app),
                                               dates_command(app),         fit_dates_command(app),
                                               fit_countries_command(app), interpret_command(app)};
    try {
      app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
      std::cout << app.help();
      return ExitStatus::kSuccess;
    } catch (const CLI::ParseError& error) {
      return Error{ErrorKind::kRequest, std::string(error.what()) + "; see evaluate --help"};
    }
    for (const EvalCommand& command : commands) {
      if (command.parser->parsed()) return command.run();
    }
    return ExitStatus::kFailure;
  });
}
