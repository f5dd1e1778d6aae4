// The groups of a generation, on their way into its file.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/index/manifest.h"
#include "common/result.h"

namespace dateline {

// The bytes of the file for these segments of the index, whose files and tombstones are all there.
// Segments without `sketches` have no groups. Fails where their files cannot be opened.
Result<std::string> groups_file(const std::filesystem::path& index,
                                const std::vector<SegmentEntry>& segments);

// Writes it for the generation that `manifest` is about to be, and names it there.
Result<void> write_groups(const std::filesystem::path& index, Manifest& manifest);

}  // namespace dateline
