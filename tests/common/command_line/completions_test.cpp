#include "common/command_line/completions.h"

#include <catch2/catch.hpp>

#include "tests/common/command_line/sample_program.h"

namespace dateline {
namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

// What the shells make of the scripts is tested in end_to_end/shell_pages_test.cpp.
TEST_CASE("A bash script completes commands, their options and values", "[common][command_line]") {
  const std::string script = completion_script(sample_program(), "bash");
  CHECK(has(script, "names='look shout --help'"));
  CHECK(has(script, "names='--help --where --place --sort --list' ;;"));
  CHECK(has(script, "--where|--place) compopt -o dirnames; return ;;"));
  CHECK(has(script, "--sort) COMPREPLY=($(compgen -W 'up down' -- \"$word\")); return ;;"));
  CHECK(has(script, "--list) compopt -o default; return ;;"));
  CHECK(has(script, "--times) return ;;"));
  CHECK(has(script, "complete -F _find_it find-it\n"));
}

TEST_CASE("A zsh script has what each option means", "[common][command_line]") {
  const std::string script = completion_script(sample_program(), "zsh");
  CHECK(script.starts_with("#compdef find-it\n"));
  CHECK(has(script, "'look:Look\\: for it'"));
  CHECK(has(script, "'*--where=[.Place \\[that\\] isn'\\''t known\\\\]:DIR:_files -/'"));
  CHECK(has(script, "'*--sort=[Order: up or down]:ORDER:(up down)'"));
  CHECK(has(script, "'*--no-loud[How `loud` ~ it is]'"));
  CHECK(has(script, "'*:INPUT:_files'"));
  CHECK(has(script, "':TONE:(high low)'"));
}

TEST_CASE("A fish script has what each option means", "[common][command_line]") {
  const std::string script = completion_script(sample_program(), "fish");
  CHECK(has(script, " -a look -d 'Look: for it'\n"));
  CHECK(has(script,
            " -l place -x -a '(__fish_complete_directories)' -d "
            "'.Place [that] isn\\'t known\\\\'\n"));
  CHECK(has(script, " -l sort -x -a 'up down' -d 'Order: up or down'\n"));
  CHECK(has(script, " -l list -r -F -d 'List'\n"));
  CHECK(has(script, " -l no-loud -d 'How `loud` ~ it is'\n"));
  CHECK(has(script, " -a 'high low'\n"));
}

}  // namespace dateline
