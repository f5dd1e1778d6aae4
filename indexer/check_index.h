// `dateline-index check`: is every byte of the published index what it should be?
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/result.h"

namespace dateline {

struct CheckReport {
  std::size_t segments = 0;
  std::size_t articles = 0;           // live ones
  std::vector<std::string> problems;  // one line each, naming the file; empty: the index is sound
};

// Compares every file with the manifest's size and checksum, reads every document, posting and
// tombstone, and compares the derived files with the articles. Takes no lock: an index may be
// checked while it is written. Fails only if there is no readable manifest.
Result<CheckReport> check_index(const std::filesystem::path& index);

}  // namespace dateline
