#include "indexer/backup.h"

#include "common/index/manifest.h"
#include "common/index/tombstones.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

Result<void> copy_one(const fs::path& from, const fs::path& to) {
  std::error_code code;
  fs::create_directories(to.parent_path(), code);
  if (!code) fs::copy_file(from, to, fs::copy_options::overwrite_existing, code);
  if (code) {
    const bool gone = code == std::errc::no_such_file_or_directory;
    return Error{gone ? ErrorKind::kMissing : ErrorKind::kSystem,
                 "cannot copy '" + from.string() + "' to '" + to.string() + "': " + code.message()};
  }
  return sync_path(to);
}

Error damaged(const fs::path& path) {
  return {ErrorKind::kCorrupt, "'" + path.string() + "' is damaged; see: dateline-index check"};
}

Result<void> copy_checked(const fs::path& from, const fs::path& to, const FileDigest& expected) {
  if (auto copied = copy_one(from, to); !copied) return copied;
  const auto digest = digest_file(to);
  if (!digest) return digest.error();
  if (*digest != expected) return damaged(from);
  return {};
}

// Tombstones carry their own checksum.
Result<void> copy_tombstones(const fs::path& from, const fs::path& to, const SegmentEntry& entry) {
  if (auto copied = copy_one(from, to); !copied) return copied;
  const auto bytes = read_file(to);
  if (!bytes) return bytes.error();
  const auto tombstones = Tombstones::decode(*bytes, entry.uuid);
  if (!tombstones || tombstones->count() != entry.deleted) return damaged(from);
  return {};
}

Result<BackupSummary> copy_generation(const fs::path& index, const fs::path& target,
                                      const Manifest& manifest) {
  BackupSummary summary{manifest.generation, 0};
  for (const SegmentEntry& segment : manifest.segments) {
    for (const auto& [name, digest] : segment.files) {
      const fs::path file = fs::path(segment.name) / name;
      if (auto copied = copy_checked(index / file, target / file, digest); !copied) {
        return copied.error();
      }
      summary.bytes += digest.bytes;
    }
    if (segment.deletions.empty()) continue;
    auto copied = copy_tombstones(index / segment.deletions, target / segment.deletions, segment);
    if (!copied) return copied.error();
  }
  if (!manifest.groups.empty()) {
    auto copied =
        copy_checked(index / manifest.groups, target / manifest.groups, manifest.groups_digest);
    if (!copied) return copied.error();
    summary.bytes += manifest.groups_digest.bytes;
  }
  if (auto published = publish_manifest(target, manifest); !published) return published.error();
  return summary;
}

}  // namespace

Result<BackupSummary> back_up_index(const fs::path& index, const fs::path& target) {
  std::error_code code;
  if (fs::exists(target, code) && !fs::is_empty(target, code)) {
    return Error{ErrorKind::kRequest,
                 "'" + target.string() + "' is not empty; name a new folder for the backup"};
  }
  // A writer may publish and clear away the generation being copied; then the newer one is copied.
  std::uint64_t failed_generation = 0;
  while (true) {
    const auto manifest = read_manifest(index);
    if (!manifest) return manifest.error();
    fs::create_directories(target, code);
    if (code) {
      return Error{ErrorKind::kSystem,
                   "cannot make the folder '" + target.string() + "': " + code.message()};
    }
    auto summary = copy_generation(index, target, *manifest);
    const bool gone = !summary && summary.error().kind == ErrorKind::kMissing;
    if (!gone || manifest->generation == failed_generation) return summary;
    failed_generation = manifest->generation;
    fs::remove_all(target, code);
  }
}

}  // namespace dateline
