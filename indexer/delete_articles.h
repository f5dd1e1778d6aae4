// `dateline-index delete`: articles by id.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/result.h"

namespace dateline {

struct DeleteSummary {
  std::size_t deleted = 0;
  std::vector<std::string> unknown;  // ids that the index does not have
  std::uint64_t generation = 0;
};

Result<DeleteSummary> delete_articles(const std::filesystem::path& index,
                                      const std::vector<std::string>& ids);

}  // namespace dateline
