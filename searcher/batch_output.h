// Where the answers of a batch go: standard output, or a file that a later run can go on with.
#pragma once

#include <filesystem>
#include <fstream>

#include "common/result.h"
#include "searcher/batch.h"

namespace dateline {

struct BatchOutput {
  std::ofstream file;
  BatchStart start{};
};

// Creates the file. If it is there already and has something in it, `resume` goes on behind its
// last whole line, what is behind that is cut off; without it that fails (kInput), for answers may
// have taken hours. Fails with kSystem if the file cannot be read or written.
Result<BatchOutput> open_batch_output(const std::filesystem::path& path, bool resume);

}  // namespace dateline
