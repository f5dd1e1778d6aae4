// bench measure: runs a program that reads a text, and prints what it took for a megabyte of it.
#include <filesystem>
#include <iostream>
#include <memory>

#include "command.h"
#include "measured_run.h"

namespace dateline::bench {
namespace {

struct Options {
  std::string text;
  std::string made;
  std::vector<std::string> command;
};

Result<ExitStatus> run(const Options& options) {
  const auto usage = measured_run(options.command);
  if (!usage) return usage.error();
  const double text = static_cast<double>(bytes_of(options.text)) / 1e6;
  const double made = static_cast<double>(bytes_of(options.made)) / 1e6;
  std::cout
      << "| program | MB read | MB/s of one core | MB/s in all | peak memory, MB | written, MB |\n"
      << "|---|---|---|---|---|---|\n| "
      << std::filesystem::path(options.command.front()).filename().string() << " | " << text
      << " | " << text / usage->processor_seconds << " | " << text / usage->wall_seconds << " | "
      << static_cast<double>(usage->peak_bytes) / 1e6 << " | " << made << " |\n";
  return ExitStatus::kSuccess;
}

}  // namespace

BenchCommand measure_command(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* parser = app.add_subcommand("measure", "Run a program and print what it used");
  parser->add_option("--text", options->text, "File or folder that it reads")->required();
  parser->add_option("--made", options->made, "File or folder that it writes")->required();
  parser->add_option("COMMAND", options->command, "Path and arguments, after --")->required();
  return {parser, [options] { return run(*options); }};
}

}  // namespace dateline::bench
