// The files of a new segment: a finished Xapian database becomes a folder that a manifest can name.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "common/index/manifest.h"
#include "common/result.h"

namespace dateline {

// Takes the database folder `xapian` (on the same file system as `index`), derives the other files
// from it, reads everything back once, flushes it to the disk and moves it to `index`/`name`.
// Returns the manifest's entry, or nothing if the database has no documents. On failure nothing is
// left under that name.
Result<std::optional<SegmentEntry>> finish_segment(const std::filesystem::path& xapian,
                                                   const std::filesystem::path& index,
                                                   const std::string& name);

}  // namespace dateline
