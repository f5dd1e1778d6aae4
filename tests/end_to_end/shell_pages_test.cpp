// What both programs print for shells and man(1), read by those: by the ones that are installed.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "tests/end_to_end/programs.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

std::string name_of(const ProgramCall& program) {
  return std::filesystem::path(program.command[0]).filename();
}

std::string printed(ProgramCall program, const Words& arguments) {
  program.command.insert(program.command.end(), arguments.begin(), arguments.end());
  const ProgramResult result = run(program);
  REQUIRE(result.exit_code == 0);
  REQUIRE(result.errors.empty());
  return result.output;
}

ProgramCall call_of(Words command) {
  ProgramCall call;
  call.command = std::move(command);
  return call;
}

bool is_installed(const std::string& tool) {
  return run(call_of({"/bin/sh", "-c", "command -v " + tool})).exit_code == 0;
}

// A tool that a machine need not have: says so and lets the rest of the test pass.
bool can_test_with(const std::string& tool) {
  if (is_installed(tool)) return true;
  WARN("skipped: " + tool + " is not installed");
  return false;
}

Words sorted_lines(const std::string& text) {
  Words lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  std::sort(lines.begin(), lines.end());
  return lines;
}

// The words after `begin` in the lines of --help that begin so: "  --" for options.
Words words_of_help(const std::string& help, const std::string& begin) {
  Words words;
  std::istringstream stream(help);
  for (std::string line; std::getline(stream, line);) {
    if (line.rfind("Examples:", 0) == 0 || line.rfind("Example:", 0) == 0) break;
    if (line.rfind(begin, 0) != 0) continue;
    std::istringstream rest(line);
    for (std::string word; rest >> word && word.rfind("--", 0) == 0;) {
      words.push_back(word.back() == ',' ? word.substr(0, word.size() - 1) : word);
    }
  }
  return words;
}

Words commands_of(const ProgramCall& program) {
  const std::string help = printed(program, {"--help"});
  Words commands;
  std::istringstream stream(help.substr(help.find("\nCommands")));
  for (std::string line; std::getline(stream, line);) {
    if (line.rfind("  dateline", 0) == 0) break;
    if (line.size() > 3 && line.rfind("  ", 0) == 0 && line[2] != ' ') {
      commands.push_back(line.substr(2, line.find(' ', 2) - 2));
    }
  }
  return commands;
}

// What bash offers for the last of the words, after the name of the program.
Words completed_by_bash(const ProgramCall& program, const Words& words) {
  const std::string name = name_of(program);
  std::string script = printed(program, {"completions", "bash"});
  script += "compopt() { echo \"compopt $*\"; }\nCOMP_WORDS=(" + name;
  for (const std::string& word : words) script += " '" + word + "'";
  script += ")\nCOMP_CWORD=" + std::to_string(words.size()) + "\n";
  script += "set -- $(complete -p " + name + ")\n\"$3\"\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";
  const ProgramResult result = run(call_of({"bash", "--norc", "-u", "-c", script}));
  CAPTURE(result.errors);
  CHECK(result.errors.empty());
  Words offered = sorted_lines(result.output);
  std::erase(offered, "");
  return offered;
}

Words completed_by_fish(const ProgramCall& program, const std::string& typed) {
  const TemporaryFolder home;
  const std::string script = printed(program, {"completions", "fish"}) + "complete -C '" +
                             name_of(program) + " " + typed + "' | string replace -r '\\t.*' ''\n";
  ProgramCall fish = call_of({"fish", "--no-config", "-c", script});
  fish.environment["HOME"] = home.path();
  const ProgramResult result = run(fish);
  CAPTURE(result.errors);
  CHECK(result.errors.empty());
  return sorted_lines(result.output);
}

bool holds(const Words& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

TEST_CASE("Bash completes commands, options and their values", "[end_to_end][shell_pages]") {
  if (!can_test_with("bash")) return;
  const ProgramCall search = search_call({});
  const auto [words, offered] = GENERATE(table<Words, Words>({
      {{"qu"}, {"query"}},
      {{"--v"}, {"--version"}},
      {{"query", "--so"}, {"--sort", "--source"}},
      {{"query", "--sort", ""}, {"newest", "oldest", "relevance"}},
      {{"query", "--sort", "=", "n"}, {"newest"}},
      {{"query", "--sort", "="}, {"newest", "oldest", "relevance"}},
      {{"query", "--undated", "e"}, {"exclude"}},
      {{"show", "--format", ""}, {"json", "openai", "text"}},
      {{"query", "--limit", ""}, {}},
      {{"query", "war", ""}, {}},
      {{"query", "--index", ""}, {"compopt -o dirnames"}},
      {{"eval", "--qrels", ""}, {"compopt -o default"}},
      {{"completions", ""}, {"bash", "fish", "zsh"}},
      {{"nothing", "--"}, {}},
  }));
  CAPTURE(words);
  CHECK(completed_by_bash(search, words) == offered);
}

TEST_CASE("Every option of every command is completed and in the manual",
          "[end_to_end][shell_pages]") {
  for (const ProgramCall& program : {index_call({}), search_call({})}) {
    const std::string manual = printed(program, {"manual"});
    const std::string zsh = printed(program, {"completions", "zsh"});
    const Words commands = commands_of(program);
    REQUIRE(commands.size() >= 9);
    for (const std::string& command : commands) {
      const Words options = words_of_help(printed(program, {command, "--help"}), "  --");
      CAPTURE(name_of(program), command, options);
      REQUIRE(holds(options, "--help"));
      const Words by_bash =
          is_installed("bash") ? completed_by_bash(program, {command, "--"}) : options;
      const Words by_fish =
          is_installed("fish") ? completed_by_fish(program, command + " --") : options;
      const std::size_t begin = zsh.find("\n    " + command + ")\n");
      REQUIRE(begin != std::string::npos);
      const std::string by_zsh = zsh.substr(begin, zsh.find(";;", begin) - begin);
      for (const std::string& option : options) {
        CAPTURE(option);
        CHECK(holds(by_bash, option));
        CHECK(holds(by_fish, option));
        CHECK(by_zsh.find("'*" + option) != std::string::npos);
        std::string in_roff;
        for (const char c : option) in_roff += c == '-' ? "\\-" : std::string{c};
        CHECK(manual.find("\\fB" + in_roff + "\\fR") != std::string::npos);
      }
    }
  }
}

TEST_CASE("Fish completes values and folders", "[end_to_end][shell_pages]") {
  if (!can_test_with("fish")) return;
  const ProgramCall search = search_call({});
  CHECK(completed_by_fish(search, "que") == Words{"query"});
  CHECK(completed_by_fish(search, "query --sort ") == Words{"newest", "oldest", "relevance"});
  CHECK(completed_by_fish(search, "query --limit ").empty());
  CHECK(completed_by_fish(search, "completions f") == Words{"fish"});
}

// Zsh completes on a terminal only, so that one is made (zpty) and read until the candidates show.
TEST_CASE("Zsh completes a command, an option and a value", "[end_to_end][shell_pages]") {
  if (!can_test_with("zsh")) return;
  const ProgramCall search = search_call({});
  const TemporaryFolder folder;
  std::ofstream(folder / "_dateline-search") << printed(search, {"completions", "zsh"});
  const auto [typed, shown] = GENERATE(table<std::string, std::string>({
      {"qu", "query"},
      {"query --undat", "--undated"},
      {"query --sort=ol", "--sort=oldest"},
      {"query --sort ol", "oldest"},
      {"completions f", "completions fish"},
  }));
  const std::string script = R"zsh(
    zmodload zsh/zpty
    zpty shell 'PS1= zsh -f -i'
    zpty -w shell "fpath=($1 \$fpath); autoload -U compinit; compinit -D -u; echo ready-\$(( 1 + 1 ))"
    zpty -r shell output '*ready-2*'
    zpty -n -w shell "dateline-search $2"$'\t'
    for (( i = 0; i < 50; ++i )); do
      sleep 0.1
      while zpty -r -t shell part; do output+=${part//$'\a'/}; done
      [[ $output == *"dateline-search "*"$3"* ]] && { echo found; break; }
    done
    zpty -d shell
  )zsh";
  ProgramCall zsh = call_of({"zsh", "-f", "-c", script, "zsh", folder.path(), typed, shown});
  zsh.environment["TERM"] = "xterm";
  const ProgramResult result = run(zsh);
  CAPTURE(typed, shown, result.errors);
  CHECK(result.output == "found\n");
}

TEST_CASE("Scripts and manuals are free of errors", "[end_to_end][shell_pages]") {
  const TemporaryFolder folder;
  for (const ProgramCall& program : {index_call({}), search_call({})}) {
    for (const std::string shell : {"bash", "zsh", "fish"}) {
      if (!can_test_with(shell)) continue;
      std::ofstream(folder / shell) << printed(program, {"completions", shell});
      const ProgramResult checked = run(call_of({shell, "-n", folder / shell}));
      CHECK(checked.exit_code == 0);
      CHECK(checked.errors.empty());
    }
    std::ofstream(folder / "page.1") << printed(program, {"manual"});
    if (can_test_with("groff")) {
      const ProgramResult checked = run(call_of({"groff", "-man", "-ww", "-z", folder / "page.1"}));
      CHECK(checked.errors.empty());
    }
    if (can_test_with("mandoc")) {
      // A page without a date is the same whenever it is made; mandoc minds.
      const ProgramResult checked =
          run(call_of({"/bin/sh", "-c",
                       "mandoc -T lint -W warning \"$1\" | grep -v -e STYLE: -e 'missing date'",
                       "sh", folder / "page.1"}));
      CHECK(checked.output.empty());
    }
  }
}

}  // namespace dateline
