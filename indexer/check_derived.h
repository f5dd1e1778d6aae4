// Do the files derived from a segment's database say what the database says?
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/index/segment.h"

namespace dateline {

// Reads and analyses every article again and compares columns, terms and tokens with it, without
// writing anything. Returns one line for each problem. `folder` is the segment's.
std::vector<std::string> problems_of_derived_files(const Segment& segment,
                                                   const std::filesystem::path& folder);

}  // namespace dateline
