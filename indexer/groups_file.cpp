#include "indexer/groups_file.h"

#include <deque>
#include <optional>

#include "common/index/groups.h"
#include "common/index/segment.h"
#include "indexer/find_groups.h"

namespace dateline {
namespace {

struct OpenedSegment {
  Columns columns;
  Tombstones tombstones;
  std::optional<Sketches> sketches;
};

Result<OpenedSegment> open_sketched(const std::filesystem::path& index, const SegmentEntry& entry) {
  const std::filesystem::path folder = index / entry.name;
  auto columns = Columns::open(folder / kColumnsFile, entry.uuid);
  if (!columns) return columns.error();
  auto tombstones = open_tombstones(index, entry);
  if (!tombstones) return tombstones.error();
  OpenedSegment opened{std::move(*columns), std::move(*tombstones), std::nullopt};
  auto sketches = Sketches::open(folder / kSketchesFile, entry.uuid);
  if (sketches) {
    opened.sketches = std::move(*sketches);
  } else if (sketches.error().kind != ErrorKind::kMissing) {
    return sketches.error();
  }
  return opened;
}

}  // namespace

Result<std::string> groups_file(const std::filesystem::path& index,
                                const std::vector<SegmentEntry>& segments) {
  std::deque<OpenedSegment> opened;  // its elements stay where they are
  std::vector<SketchedSegment> sketched;
  for (const SegmentEntry& entry : segments) {
    auto segment = open_sketched(index, entry);
    if (!segment) return segment.error();
    const OpenedSegment& kept = opened.emplace_back(std::move(*segment));
    sketched.push_back({kept.columns, kept.tombstones, kept.sketches ? &*kept.sketches : nullptr});
  }
  return encode_groups(find_groups(sketched), groups_identity(segments));
}

Result<void> write_groups(const std::filesystem::path& index, Manifest& manifest) {
  manifest.groups.clear();
  manifest.groups_digest = {};
  if (manifest.segments.empty()) return {};
  const auto bytes = groups_file(index, manifest.segments);
  if (!bytes) return bytes.error();
  manifest.groups = groups_name(manifest.generation);
  manifest.groups_digest = {bytes->size(), crc32_of(*bytes)};
  return write_file_synced(index / manifest.groups, *bytes);
}

}  // namespace dateline
