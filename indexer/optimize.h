// `dateline-index optimize`: all segments become one, and deleted articles go for good.
#pragma once

#include <cstdint>
#include <filesystem>

#include "common/result.h"

namespace dateline {

struct OptimizeSummary {
  std::size_t segments_before = 0;
  std::size_t segments_after = 0;
  std::size_t removed = 0;  // deleted articles that took up room until now
  std::uint64_t generation = 0;
};

Result<OptimizeSummary> optimize_index(const std::filesystem::path& index);

}  // namespace dateline
