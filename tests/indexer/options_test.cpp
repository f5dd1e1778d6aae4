#include "indexer/options.h"

#include <cstdlib>
#include <sstream>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

using Arguments = std::vector<std::string>;

// DATELINE_INDEX for as long as the object lives.
class IndexInEnvironment {
 public:
  explicit IndexInEnvironment(const char* value) { ::setenv("DATELINE_INDEX", value, 1); }
  ~IndexInEnvironment() { ::unsetenv("DATELINE_INDEX"); }
  IndexInEnvironment(const IndexInEnvironment&) = delete;
  IndexInEnvironment& operator=(const IndexInEnvironment&) = delete;
};

template <typename T>
T command_of(const Arguments& arguments) {
  const auto command = parse_command_line(arguments);
  if (!command) FAIL(command.error().message);
  REQUIRE(std::holds_alternative<T>(*command));
  return std::get<T>(*command);
}

}  // namespace

TEST_CASE("Articles are added from any number of inputs", "[indexer][options]") {
  const auto add =
      command_of<AddCommand>({"add", "--index", "i", "a.txt", "-", "b", "--jobs", "3"});
  CHECK(add.index == "i");
  CHECK(add.inputs == Arguments{"a.txt", "-", "b"});
  CHECK(add.jobs == 3);
  CHECK(command_of<AddCommand>({"add", "--index", "i", "a"}).jobs == 0);
  CHECK(command_of<AddCommand>({"add", "--index", "i", "a"}).memory_bytes == 1U << 30);
  CHECK(command_of<AddCommand>({"add", "--index", "i", "a", "--memory", "512M"}).memory_bytes ==
        512U << 20);
  CHECK_FALSE(parse_command_line({"add", "--index", "i", "a", "--memory", "1M"}));
  CHECK(command_of<AddCommand>({"add", "--index=i", "--", "--odd-name.txt"}).inputs ==
        Arguments{"--odd-name.txt"});
}

TEST_CASE("Every command is understood", "[indexer][options]") {
  const auto gone = command_of<DeleteCommand>({"delete", "--index", "i", "x", "y z"});
  CHECK(gone.ids == Arguments{"x", "y z"});
  CHECK(command_of<OptimizeCommand>({"optimize", "--index", "i"}).index == "i");
  CHECK(command_of<CheckCommand>({"check", "--index", "i"}).index == "i");
  CHECK(command_of<RebuildCommand>({"rebuild", "--index", "i"}).index == "i");
  CHECK(command_of<InfoCommand>({"info", "--index", "i"}).format == InfoFormat::kText);
  CHECK(command_of<InfoCommand>({"info", "--index", "i", "--format", "json"}).format ==
        InfoFormat::kJson);
  CHECK(command_of<BackupCommand>({"backup", "--index", "i", "--to", "t"}).target == "t");
  CHECK(command_of<InspectCommand>({"inspect", "a", "b"}).inputs == Arguments{"a", "b"});
}

TEST_CASE("The index may stand in the environment; the option goes before it",
          "[indexer][options]") {
  const IndexInEnvironment environment("from-environment");
  CHECK(command_of<CheckCommand>({"check"}).index == "from-environment");
  CHECK(command_of<CheckCommand>({"check", "--index", "i"}).index == "i");
}

TEST_CASE("Help and version are text to print", "[indexer][options]") {
  const std::string version = command_of<PrintCommand>({"--version"}).text;
  CHECK(version.starts_with("dateline-index "));
  CHECK(version.find("GeoNames (https://www.geonames.org), CC-BY 4.0\n") != std::string::npos);
  const std::string help = command_of<PrintCommand>({"--help"}).text;
  for (const char* name : {"add", "delete", "optimize", "check", "info", "rebuild", "backup",
                           "inspect", "Examples:", "Exit status:"}) {
    CAPTURE(name);
    CHECK(help.find(name) != std::string::npos);
  }
}

TEST_CASE("The help of a command is about that command", "[indexer][options]") {
  const std::string help = command_of<PrintCommand>({"add", "--help"}).text;
  CHECK(help.find("--jobs") != std::string::npos);
  CHECK(help.find("standard input") != std::string::npos);
}

TEST_CASE("Help fits a terminal of 80 columns and ends with the exit status",
          "[indexer][options]") {
  for (const char* command : {"add", "delete", "optimize", "check", "info", "rebuild", "backup",
                              "inspect", "completions", "manual"}) {
    std::istringstream help(command_of<PrintCommand>({command, "--help"}).text);
    CAPTURE(command);
    CHECK(help.str().find("Exit status: 0") != std::string::npos);
    CHECK(help.str().find(std::string("dateline-index ") + command) != std::string::npos);
    for (std::string line; std::getline(help, line);) {
      CAPTURE(line);
      CHECK(line.size() <= 80);
      CHECK((line.empty() || line.back() != ' '));
    }
  }
}

TEST_CASE("A wrong command line says what is wrong and where help is", "[indexer][options]") {
  const auto [arguments, part] = GENERATE(table<Arguments, std::string>({
      {Arguments{}, "subcommand is required"},
      {{"frobnicate"}, "frobnicate"},
      {{"add", "a.txt"}, "--index is required"},
      {{"add", "--index", "i"}, "inputs is required"},
      {{"add", "--index"}, "--index"},
      {{"add", "--index", "i", "a", "--jobs", "0"}, "--jobs"},
      {{"add", "--index", "i", "a", "--jobs", "many"}, "--jobs"},
      {{"add", "--index", "i", "a", "--frob"}, "--frob"},
      {{"add", "--index", "i", "a", "--jbs=3"}, "--jbs=3; did you mean --jobs?"},
      {{"delete", "--index", "i"}, "ids is required"},
      {{"info", "--index", "i", "--format", "xml"}, "--format must be text or json, not \"xml\""},
      {{"info", "--index", "i", "--format", "jsn"}, "did you mean json?"},
      {{"completions"}, "shell is required"},
      {{"completions", "bsh"}, "it must be bash, zsh or fish, not \"bsh\"; did you mean bash?"},
      {{"backup", "--index", "i"}, "--to is required"},
      {{"check", "--index", "i", "extra"}, "extra"},
  }));
  CAPTURE(arguments);
  const auto command = parse_command_line(arguments);
  REQUIRE_FALSE(command);
  CHECK(command.error().kind == ErrorKind::kRequest);
  CAPTURE(command.error().message);
  CHECK(command.error().message.find(part) != std::string::npos);
  CHECK(command.error().message.ends_with("; see dateline-index --help"));
  CHECK(command.error().message.find('\n') == std::string::npos);
}

}  // namespace dateline
