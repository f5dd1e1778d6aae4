// Where the data of an evaluation lies; `tests/eval/run` sets it.
#pragma once

#include <cstdlib>
#include <filesystem>

#include <catch2/catch.hpp>

namespace dateline {

inline std::filesystem::path path_from_environment(const char* name) {
  const char* value = std::getenv(name);
  INFO("run this through tests/eval/run, which sets " << name);
  REQUIRE(value != nullptr);
  return value;
}

}  // namespace dateline
