// The two programs as their users run them. The paths are those of this build.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "tests/support/processes.h"

namespace dateline {

using Words = std::vector<std::string>;

// A call of dateline-index or dateline-search with these arguments, to change before it is run.
ProgramCall index_call(const Words& arguments);
ProgramCall search_call(const Words& arguments);

// Run as they are.
ProgramResult dateline_index(const Words& arguments);
ProgramResult dateline_search(const Words& arguments);

// `add --index INDEX -` with these lines of JSON on standard input.
ProgramCall add_call(const std::filesystem::path& index, const std::string& lines);

// The same, run; fails the test if the exit code is not 0.
void add_lines(const std::filesystem::path& index, const std::string& lines);

// The ids of the articles that a query finds. Fails the test if the query fails.
std::set<std::string> found(const std::filesystem::path& index, const std::string& query);

// Fails the test if `dateline-index check` finds a problem.
void check_sound(const std::filesystem::path& index);

}  // namespace dateline
