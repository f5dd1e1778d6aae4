// Which files an `add` reads: the inputs named, folders followed, in an order that does not depend
// on the file system.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/result.h"

namespace dateline {

enum class InputKind : std::uint8_t { kText, kJsonLines };

struct InputFile {
  std::filesystem::path path;  // as named, lexically normal; "-" is standard input
  InputKind kind = InputKind::kText;
  std::uintmax_t bytes = 0;  // on disk; 0 if not known
};

// The kind by the ending of the name, a further ".gz" ignored: .txt is text, .jsonl and .ndjson are
// JSON lines. Fails with kInput for others.
Result<InputKind> kind_of(const std::filesystem::path& path);

struct InputListing {
  std::vector<InputFile> files;  // inputs in their order; within a folder sorted by path
  std::vector<Error> errors;     // inputs that do not exist or cannot be read, for the report
  std::size_t passed_over = 0;   // files in folders that are of another kind
};

// In folders, hidden names, files of other kinds and names listed in the folder's own
// `.datelineignore` (one a line) are passed over; links are followed once, never in a circle.
InputListing list_inputs(const std::vector<std::string>& inputs);

}  // namespace dateline
