#include "common/index/snapshot.h"

#include "common/text/analyzer.h"

namespace dateline {
namespace {

Result<Snapshot> open_generation(const std::filesystem::path& index, Manifest manifest) {
  Snapshot snapshot;
  for (const SegmentEntry& entry : manifest.segments) {
    auto segment = open_segment(index, entry);
    if (!segment) return segment.error();
    snapshot.segments.push_back(std::move(*segment));
  }
  if (!manifest.groups.empty()) {
    auto groups = Groups::open(index / manifest.groups, groups_identity(manifest.segments));
    if (!groups) return groups.error();
    snapshot.groups = std::move(*groups);
  }
  snapshot.manifest = std::move(manifest);
  return snapshot;
}

Result<void> check_analyser(const std::filesystem::path& index, const Manifest& manifest) {
  if (manifest.generation == 0 || manifest.analyser == analyzer_fingerprint()) return {};
  return Error{ErrorKind::kVersion, "the words in '" + index.string() + "' were analysed by '" +
                                        manifest.analyser + "', this program analyses by '" +
                                        analyzer_fingerprint() +
                                        "'; use a matching program or index the articles again"};
}

}  // namespace

std::size_t Snapshot::live_articles() const {
  std::size_t live = 0;
  for (const SegmentEntry& entry : manifest.segments) live += entry.articles - entry.deleted;
  return live;
}

Result<Snapshot> open_snapshot(const std::filesystem::path& index) {
  // A writer may remove the files of the generation just read about before they are opened. Then a
  // newer manifest stands in the folder, and only then is another attempt worth making.
  constexpr int kAttempts = 10;
  std::uint64_t failed_generation = 0;
  for (int attempt = 1;; ++attempt) {
    auto manifest = read_manifest(index);
    if (!manifest) return manifest.error();
    if (auto checked = check_analyser(index, *manifest); !checked) return checked.error();
    const std::uint64_t generation = manifest->generation;
    auto snapshot = open_generation(index, std::move(*manifest));
    if (snapshot || generation == failed_generation || attempt == kAttempts) return snapshot;
    failed_generation = generation;
  }
}

Result<Snapshot> open_kept_snapshot(const std::filesystem::path& index, std::uint64_t generation) {
  auto manifest = read_kept_manifest(index, generation);
  if (!manifest) return manifest.error();
  if (auto checked = check_analyser(index, *manifest); !checked) return checked.error();
  return open_generation(index, *std::move(manifest));
}

}  // namespace dateline
