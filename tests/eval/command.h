// A subcommand of `evaluate`: dates_command.cpp and its like each make one.
#pragma once

#include <functional>

#include <CLI/CLI.hpp>

#include "common/program.h"

namespace dateline {

struct EvalCommand {
  CLI::App* parser = nullptr;  // owned by the app that it was declared in; tells if it was chosen
  ProgramBody run;             // called after parsing
};

EvalCommand copies_command(CLI::App& app);
EvalCommand countries_command(CLI::App& app);
EvalCommand dates_command(CLI::App& app);
EvalCommand fit_countries_command(CLI::App& app);
EvalCommand fit_dates_command(CLI::App& app);
EvalCommand interpret_command(CLI::App& app);

}  // namespace dateline
