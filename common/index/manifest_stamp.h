// Has a writer published since? Asked before every request, so it costs one call of the system.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace dateline {

// Tells one MANIFEST file from another that took its place: publication renames a new file there.
struct ManifestStamp {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t bytes = 0;
  std::int64_t modified_ns = 0;  // an inode may be used again

  bool operator==(const ManifestStamp&) const = default;
};

// Nothing if the index has no MANIFEST that can be seen.
std::optional<ManifestStamp> stamp_of_manifest(const std::filesystem::path& index);

}  // namespace dateline
