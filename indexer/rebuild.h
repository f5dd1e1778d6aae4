// `dateline-index rebuild`: makes everything that is derived from the Xapian databases again.
#pragma once

#include <cstdint>
#include <filesystem>

#include "common/result.h"

namespace dateline {

struct RebuildSummary {
  std::size_t segments = 0;
  std::uint64_t generation = 0;
};

// Needs the manifest and the databases only: missing or damaged columns do not stop it. Published
// files are not touched; new segments take the place of the old ones in a new generation.
Result<RebuildSummary> rebuild_index(const std::filesystem::path& index);

}  // namespace dateline
