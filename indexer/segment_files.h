// A folder with the files of a segment becomes part of an index.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/manifest.h"
#include "common/result.h"

namespace dateline {

// Reads every file in `folder` back, notes size and checksum in `entry`, flushes all to the disk
// and moves the folder (on the same file system) to `index`/entry.name. On failure nothing is left
// under that name.
Result<void> install_segment(const std::filesystem::path& folder,
                             const std::filesystem::path& index, SegmentEntry& entry);

// What is wrong with the files of an installed segment, by their sizes and checksums: a line each.
// Only of files whose names begin with `prefix`.
std::vector<std::string> problems_of_files(const std::filesystem::path& index,
                                           const SegmentEntry& entry, std::string_view prefix = "");

}  // namespace dateline
