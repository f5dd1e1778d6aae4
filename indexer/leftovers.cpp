#include "indexer/leftovers.h"

#include <set>
#include <string>
#include <vector>

namespace dateline {

namespace fs = std::filesystem;

namespace {

void add_names(const Manifest& manifest, std::set<std::string>& named) {
  named.insert(manifest.groups);
  for (const SegmentEntry& segment : manifest.segments) {
    named.insert(segment.name);
    if (!segment.deletions.empty()) named.insert(segment.deletions);
  }
}

}  // namespace

bool is_index_name(std::string_view name) {
  return name == kWorkshop || name == "MANIFEST.new" || name.starts_with("MANIFEST-") ||
         name.starts_with("segment-") || name.starts_with("deleted-") ||
         name.starts_with("groups-");
}

void remove_leftovers(const fs::path& index, const Manifest& manifest,
                      std::span<const Manifest> kept) {
  std::set<std::string> named;
  add_names(manifest, named);
  for (const Manifest& earlier : kept) {
    add_names(earlier, named);
    named.insert(kept_manifest_name(earlier.generation));
  }
  std::error_code ignored;
  std::vector<fs::path> leftovers;
  for (const auto& entry : fs::directory_iterator(index, ignored)) {
    const std::string name = entry.path().filename().string();
    if (is_index_name(name) && !named.contains(name)) leftovers.push_back(entry.path());
  }
  for (const fs::path& leftover : leftovers) fs::remove_all(leftover, ignored);
}

}  // namespace dateline
