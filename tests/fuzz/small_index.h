// An index of a few articles for a target that searches.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>

#include <unistd.h>

#include "indexer/add_run.h"
#include "searcher/search.h"
#include "tests/fuzz/require.h"

namespace dateline {

// Of articles as lines of JSON. The folder is gone when this returns; what is open stays.
inline Searcher searcher_of(std::string_view lines) {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("fuzz." + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  const std::filesystem::path input = folder / "articles.jsonl";
  std::ofstream(input) << lines;
  const auto added = run_add({folder / "index",
                              {input.string()},
                              1,
                              [](const std::string&) {},
                              [](const AddProgress&) {}});
  DATELINE_REQUIRE(added);
  auto searcher = Searcher::open(folder / "index");
  DATELINE_REQUIRE(searcher);
  std::filesystem::remove_all(folder);
  return std::move(*searcher);
}

}  // namespace dateline
