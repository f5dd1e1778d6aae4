#include "tests/end_to_end/programs.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace dateline {
namespace {

ProgramCall call_of(const char* program, const Words& arguments) {
  ProgramCall call;
  call.command = {program};
  call.command.insert(call.command.end(), arguments.begin(), arguments.end());
  return call;
}

}  // namespace

ProgramCall index_call(const Words& arguments) {
  return call_of(DATELINE_INDEX_PROGRAM, arguments);
}

ProgramCall search_call(const Words& arguments) {
  return call_of(DATELINE_SEARCH_PROGRAM, arguments);
}

ProgramResult dateline_index(const Words& arguments) { return run(index_call(arguments)); }

ProgramResult dateline_search(const Words& arguments) { return run(search_call(arguments)); }

ProgramCall add_call(const std::filesystem::path& index, const std::string& lines) {
  ProgramCall call = index_call({"add", "--index", index.string(), "-"});
  call.input = lines;
  return call;
}

void add_lines(const std::filesystem::path& index, const std::string& lines) {
  const ProgramResult added = run(add_call(index, lines));
  INFO(added.errors);
  REQUIRE(added.exit_code == 0);
}

std::set<std::string> found(const std::filesystem::path& index, const std::string& query) {
  const ProgramResult answer =
      dateline_search({"query", "--index", index.string(), query, "--format", "json", "--limit",
                       "1000", "--fold", "none"});
  INFO(answer.errors);
  REQUIRE(answer.exit_code != 2);
  REQUIRE(answer.signal == 0);
  const auto json = nlohmann::json::parse(answer.output);
  std::set<std::string> ids;
  for (const auto& passage : json.at("passages")) {
    ids.insert(passage.at("article").at("id").get<std::string>());
  }
  REQUIRE(answer.exit_code == (ids.empty() ? 1 : 0));
  return ids;
}

void check_sound(const std::filesystem::path& index) {
  const ProgramResult checked = dateline_index({"check", "--index", index.string()});
  INFO(checked.output);
  INFO(checked.errors);
  REQUIRE(checked.exit_code == 0);
}

}  // namespace dateline
