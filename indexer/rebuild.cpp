#include "indexer/rebuild.h"

#include "common/index/segment.h"
#include "indexer/database_spool.h"
#include "indexer/groups_file.h"
#include "indexer/index_lock.h"
#include "indexer/leftovers.h"
#include "indexer/segment_builder.h"
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

// What is derived from the database in `folder`, made from its articles.
Result<SegmentEntry> derive_files(const fs::path& folder, const fs::path& workshop) {
  const auto database = open_database(folder / kXapianFolder);
  if (!database) return database.error();
  if (database->get_doccount() != database->get_lastdocid()) {
    return Error{ErrorKind::kCorrupt,
                 "'" + (folder / kXapianFolder).string() + "': articles are missing in it"};
  }
  ArticleAnalyzer analyzer;
  const auto spool = spool_of_database(
      *database, [](std::uint32_t) { return true; }, workshop, analyzer);
  if (!spool) return spool.error();
  const std::vector<const ArticleRun*> runs{spool->get()};
  return build_derived_files(runs, folder, database->get_uuid(), kInversionBytes);
}

Result<SegmentEntry> rebuild_segment(const fs::path& index, const SegmentEntry& old,
                                     const std::string& name, std::uint64_t generation) {
  // Damage must not be given a checksum that fits.
  const auto problems = problems_of_files(index, old, std::string(kXapianFolder) + '/');
  if (!problems.empty()) {
    return Error{ErrorKind::kCorrupt, "'" + (index / old.name).string() + "': " + problems.front() +
                                          "; restore a backup or index the articles again"};
  }
  const fs::path folder = index / kWorkshop / name;
  auto linked = link_database(index / old.name / kXapianFolder, folder / kXapianFolder);
  if (!linked) return linked.error();
  auto entry = derive_files(folder, index / kWorkshop);
  if (!entry) return entry.error();
  entry->name = name;
  if (auto installed = install_segment(folder, index, *entry); !installed) return installed.error();
  if (old.deletions.empty()) return entry;
  entry->deletions = deletions_name(name, generation);
  entry->deleted = old.deleted;
  const auto copied = link_or_copy(index / old.deletions, index / entry->deletions);
  if (!copied) return copied.error();
  return entry;
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
  if (auto written = write_groups(index, next); !written) return written.error();
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
