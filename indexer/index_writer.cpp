// Publication, step by step, and what a crash after each leaves behind:
//
//   1. the new segment is built in `building/`          -> a folder that the next writer removes
//   2. it is synced and renamed to `segment-000007/`    -> a segment no manifest names: removed,
//   too
//   3. tombstones go to `deleted-<segment>-<generation>` -> likewise
//   4. the manifest in force is written once more, as    -> a second manifest of the newest
//      `MANIFEST-<generation>`                              generation, of no use
//   5. MANIFEST is replaced                              -> published; steps 1-3 now count
//   6. files that neither it nor one of the kept         -> left-overs, removed by the next writer
//      manifests names any more are removed
//
// Each step finishes on the disk before the next begins, so the manifest never names what is not
// wholly there. A segment's number is never used again, so a reader that still holds an older
// manifest meets a missing file, never another one's content.
#include "indexer/index_writer.h"

#include "common/text/analyzer.h"
#include "indexer/groups_file.h"
#include "indexer/kept_generations.h"
#include "indexer/leftovers.h"
#include "indexer/segment_files.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

Error system_error(const std::string& what, const std::error_code& code) {
  return {ErrorKind::kSystem, what + ": " + code.message()};
}

// A folder with other things in it is more likely a mistake than a place for an index.
Result<void> check_new_folder(const fs::path& index) {
  std::error_code code;
  for (const auto& entry : fs::directory_iterator(index, code)) {
    const std::string name = entry.path().filename().string();
    if (name != "LOCK" && !is_index_name(name)) {
      return Error{ErrorKind::kRequest, "'" + index.string() +
                                            "' holds other files and no index; name a new or an "
                                            "empty folder"};
    }
  }
  if (code) return system_error("cannot read '" + index.string() + "'", code);
  return {};
}

Result<Snapshot> open_or_new(const fs::path& index, IndexWriter::IfMissing if_missing) {
  auto snapshot = open_snapshot(index);
  const bool none =
      !snapshot && snapshot.error().kind == ErrorKind::kMissing && !fs::exists(index / "MANIFEST");
  if (!none || if_missing == IndexWriter::IfMissing::kFail) return snapshot;
  if (auto fresh = check_new_folder(index); !fresh) return fresh.error();
  return Snapshot{};
}

}  // namespace

Result<IndexWriter> IndexWriter::open(const fs::path& index, IfMissing if_missing) {
  std::error_code code;
  if (if_missing == IfMissing::kCreate) {
    fs::create_directories(index, code);
    if (code) return system_error("cannot make the folder '" + index.string() + "'", code);
    if (!fs::exists(index / "MANIFEST")) {
      if (auto fresh = check_new_folder(index); !fresh) return fresh.error();
    }
  } else if (auto manifest = read_manifest(index); !manifest) {
    return manifest.error();
  }
  auto lock = IndexLock::acquire(index);
  if (!lock) return lock.error();
  auto snapshot = open_or_new(index, if_missing);
  if (!snapshot) return snapshot.error();
  remove_leftovers(index, snapshot->manifest, kept_generations(index, snapshot->manifest));
  return IndexWriter(index, std::move(*lock), std::move(*snapshot));
}

std::optional<ArticleLocation> IndexWriter::find(std::string_view id) const {
  for (std::size_t at = snapshot_.segments.size(); at-- > 0;) {
    if (const auto docid = find_article(snapshot_.segments[at], id)) {
      return ArticleLocation{at, *docid};
    }
  }
  return std::nullopt;
}

Result<fs::path> IndexWriter::workshop() {
  const fs::path workshop = index_ / kWorkshop;
  std::error_code code;
  fs::create_directory(workshop, code);
  if (code) return system_error("cannot make the folder '" + workshop.string() + "'", code);
  workshop_ = Workshop(workshop);
  return workshop;
}

IndexWriter::Workshop::~Workshop() {
  std::error_code ignored;
  if (!folder_.empty()) fs::remove_all(folder_, ignored);
}

bool IndexWriter::bury(ArticleLocation location) {
  const Segment& segment = snapshot_.segments[location.segment];
  auto [buried, is_new] = buried_.try_emplace(location.segment, segment.tombstones);
  Tombstones& tombstones = buried->second;
  if (is_new && segment.entry.deletions.empty()) tombstones = Tombstones(segment.entry.last_docid);
  if (tombstones.contains(location.docid)) return false;
  tombstones.bury(location.docid);
  changed_ = true;
  return true;
}

void IndexWriter::drop(std::span<const std::size_t> numbers) {
  dropped_.insert(numbers.begin(), numbers.end());
  changed_ = true;
}

Result<std::uint32_t> IndexWriter::adopt(ArticleRuns runs, std::size_t inversion_bytes) {
  std::uint32_t articles = 0;
  for (const ArticleRun* run : runs) articles += run->articles();
  if (articles == 0) return 0U;
  const std::string name = segment_name(next_.next_segment);
  const fs::path folder = index_ / kWorkshop / name;
  std::error_code code;
  fs::create_directory(folder, code);
  if (code) return system_error("cannot make the folder '" + folder.string() + "'", code);
  auto entry = build_segment(runs, folder, inversion_bytes);
  if (!entry) return entry.error();
  entry->name = name;
  if (auto installed = install_segment(folder, index_, *entry); !installed) {
    return installed.error();
  }
  adopted_.emplace_back(index_ / name);
  auto segment = open_segment(index_, *entry);
  if (!segment) return segment.error();
  snapshot_.segments.push_back(std::move(*segment));
  ++next_.next_segment;
  next_.segments.push_back(std::move(*entry));
  changed_ = true;
  return articles;
}

Result<void> IndexWriter::write_tombstones() {
  for (const auto& [number, tombstones] : buried_) {
    if (dropped_.contains(number)) continue;
    SegmentEntry& entry = next_.segments[number];  // adopted segments come after the published ones
    entry.deletions = deletions_name(entry.name, next_.generation);
    entry.deleted = tombstones.count();
    auto written = write_file_synced(index_ / entry.deletions, tombstones.encode(entry.uuid));
    if (!written) return written;
  }
  return {};
}

// The dropped ones, and those of which nothing is left: they need not be kept until they are
// merged.
void IndexWriter::leave_out_segments() {
  std::vector<SegmentEntry> kept;
  for (std::size_t number = 0; number < next_.segments.size(); ++number) {
    SegmentEntry& entry = next_.segments[number];
    if (dropped_.contains(number) || entry.deleted == entry.articles) continue;
    kept.push_back(std::move(entry));
  }
  next_.segments = std::move(kept);
}

Result<std::uint64_t> IndexWriter::publish(Earlier earlier) {
  const std::uint64_t present = snapshot_.manifest.generation;
  const bool keeps = earlier == Earlier::kKeep;
  if (!changed_ && present > 0) {
    remove_leftovers(index_, next_, kept_generations(index_, next_));
    return present;
  }
  next_.generation = present + 1;
  next_.analyser = analyzer_fingerprint();
  if (auto written = write_tombstones(); !written) return written.error();
  leave_out_segments();
  if (auto written = write_groups(index_, next_); !written) return written.error();
  if (auto synced = sync_path(index_); !synced) return synced.error();
  if (keeps && present > 0) {
    if (auto kept = keep_generation(index_, snapshot_.manifest); !kept) return kept.error();
  }
  for (Workshop& segment : adopted_) segment.keep();
  if (auto published = publish_manifest(index_, next_); !published) return published.error();
  remove_leftovers(index_, next_,
                   keeps ? kept_generations(index_, next_) : std::vector<Manifest>());
  return next_.generation;
}

}  // namespace dateline
