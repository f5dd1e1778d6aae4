// Several segments become one: the living articles of each, in their order. None is analysed again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

#include "common/result.h"
#include "indexer/index_writer.h"

namespace dateline {

// From the writer's next publication on, one segment takes the place of those with these numbers
// in writer.snapshot().segments; none does if all their articles are deleted. Returns how many
// articles it has. REQUIRES: numbers are ascending.
Result<std::uint32_t> merge_segments(IndexWriter& writer, std::span<const std::size_t> numbers);

// Merges what merge_policy.h says should be, in a publication of its own. Does nothing, without an
// error, while another writer is at work: it will see to it.
Result<void> merge_tiers(const std::filesystem::path& index);

}  // namespace dateline
