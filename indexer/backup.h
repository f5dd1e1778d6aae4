// `dateline-index backup`: a copy of the newest generation, made while the index may be written.
#pragma once

#include <cstdint>
#include <filesystem>

#include "common/result.h"

namespace dateline {

struct BackupSummary {
  std::uint64_t generation = 0;
  std::uint64_t bytes = 0;
};

// `target` must not exist or be empty; it becomes an index of its own. Every byte copied is
// compared with the manifest's checksum. On failure the target holds no manifest, so nobody takes
// it for an index.
Result<BackupSummary> back_up_index(const std::filesystem::path& index,
                                    const std::filesystem::path& target);

}  // namespace dateline
