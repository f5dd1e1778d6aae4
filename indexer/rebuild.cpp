#include "indexer/rebuild.h"

#include "common/index/segment.h"
#include "indexer/index_lock.h"
#include "indexer/leftovers.h"
#include "indexer/segment_files.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// A second folder with the same, never modified, database files.
Result<void> link_database(const fs::path& from, const fs::path& to) {
  std::error_code code;
  fs::create_directories(to, code);
  if (code) {
    return Error{ErrorKind::kSystem,
                 "cannot make the folder '" + to.string() + "': " + code.message()};
  }
  for (fs::directory_iterator file(from, code), end; !code && file != end; file.increment(code)) {
    if (!file->is_regular_file()) continue;
    auto linked = link_or_copy(file->path(), to / file->path().filename());
    if (!linked) return linked;
  }
  if (code) {
    return Error{ErrorKind::kSystem, "cannot copy '" + from.string() + "': " + code.message()};
  }
  return {};
}

Result<SegmentEntry> rebuild_segment(const fs::path& index, const SegmentEntry& old,
                                     const std::string& name, std::uint64_t generation) {
  const fs::path database = index / kWorkshop / kXapianFolder;
  auto linked = link_database(index / old.name / kXapianFolder, database);
  if (!linked) return linked.error();
  auto entry = finish_segment(database, index, name);
  if (!entry) return entry.error();
  if (!*entry) return Error{ErrorKind::kCorrupt, old.name + " has no articles any more"};
  if (old.deletions.empty()) return **entry;
  (*entry)->deletions = deletions_name(name, generation);
  (*entry)->deleted = old.deleted;
  const auto copied = link_or_copy(index / old.deletions, index / (*entry)->deletions);
  if (!copied) return copied.error();
  return **entry;
}

// The next generation: the same articles in segments with new names.
Result<Manifest> rebuild_segments(const fs::path& index, const Manifest& present) {
  Manifest next = present;
  ++next.generation;
  for (SegmentEntry& segment : next.segments) {
    auto rebuilt =
        rebuild_segment(index, segment, segment_name(next.next_segment++), next.generation);
    if (!rebuilt) return rebuilt.error();
    segment = std::move(*rebuilt);
  }
  if (auto synced = sync_path(index); !synced) return synced.error();
  if (auto published = publish_manifest(index, next); !published) return published.error();
  return next;
}

}  // namespace

Result<RebuildSummary> rebuild_index(const fs::path& index) {
  auto manifest = read_manifest(index);
  if (!manifest) return manifest.error();
  const auto lock = IndexLock::acquire(index);
  if (!lock) return lock.error();
  manifest = read_manifest(index);  // again: another writer may have published before the lock
  if (!manifest) return manifest.error();
  remove_leftovers(index, *manifest);

  const auto next = rebuild_segments(index, *manifest);
  if (!next) {
    // Finished segments stay for the next writer to judge: MANIFEST may name them already.
    std::error_code ignored;
    fs::remove_all(index / kWorkshop, ignored);
    return next.error();
  }
  remove_leftovers(index, *next);
  return RebuildSummary{next->segments.size(), next->generation};
}

}  // namespace dateline
