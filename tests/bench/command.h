// A subcommand of `bench`: each *_command.cpp makes one.
#pragma once

#include <CLI/CLI.hpp>

#include "common/program.h"

namespace dateline::bench {

struct BenchCommand {
  CLI::App* parser = nullptr;  // owned by the app that it was declared in; tells if it was chosen
  ProgramBody run;             // called after parsing
};

BenchCommand generate_command(CLI::App& app);
BenchCommand export_command(CLI::App& app);
BenchCommand compare_command(CLI::App& app);
BenchCommand answers_command(CLI::App& app);
BenchCommand measure_command(CLI::App& app);
BenchCommand queries_command(CLI::App& app);

}  // namespace dateline::bench
