// Programs run to their end with what they used.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/result.h"

namespace dateline::bench {

struct Usage {
  double wall_seconds = 0;
  double processor_seconds = 0;  // of all threads, system calls included
  std::uint64_t peak_bytes = 0;  // of memory
};

// Output goes nowhere, errors to standard error. Fails with kSystem, also if the program fails.
Result<Usage> measured_run(const std::vector<std::string>& command);

// The size of a file, or of all files below a folder.
std::uint64_t bytes_of(const std::filesystem::path& path);

// Asks the system to forget what it has cached of the files below a folder.
void forget_cached(const std::filesystem::path& folder);

}  // namespace dateline::bench
