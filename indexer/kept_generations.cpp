#include "indexer/kept_generations.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <set>
#include <string>

namespace dateline {
namespace {

namespace fs = std::filesystem;

// Of the manifests that lie in the folder, newest first.
std::vector<std::uint64_t> generations_in(const fs::path& index) {
  std::vector<std::uint64_t> generations;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(index, ignored)) {
    const std::string name = entry.path().filename().string();
    const std::size_t digits = std::string(kManifestName).size() + 1;
    std::uint64_t generation = 0;
    if (name.size() <= digits) continue;
    std::from_chars(name.data() + digits, name.data() + name.size(), generation);
    if (name == kept_manifest_name(generation)) generations.push_back(generation);
  }
  std::sort(generations.begin(), generations.end(), std::greater<>());
  return generations;
}

std::uint64_t bytes_of(const SegmentEntry& segment) {
  std::uint64_t bytes = 0;
  for (const auto& [name, digest] : segment.files) bytes += digest.bytes;
  return bytes;
}

// Adds the segments to `named` and returns the bytes of those that were not in it.
std::uint64_t add_segments(const Manifest& manifest, std::set<std::string>& named) {
  std::uint64_t bytes = 0;
  for (const SegmentEntry& segment : manifest.segments) {
    if (named.insert(segment.name).second) bytes += bytes_of(segment);
  }
  return bytes;
}

}  // namespace

Result<void> keep_generation(const fs::path& index, const Manifest& manifest) {
  return replace_file(index / kept_manifest_name(manifest.generation), to_json(manifest));
}

std::vector<Manifest> kept_generations(const fs::path& index, const Manifest& newest,
                                       fs::file_time_type now) {
  std::set<std::string> named;
  const std::uint64_t most = std::max(add_segments(newest, named) / 4, kLeastKeptBytes);
  std::uint64_t bytes = 0;
  std::vector<Manifest> kept;
  for (const std::uint64_t generation : generations_in(index)) {
    if (generation >= newest.generation) continue;
    std::error_code code;
    const auto replaced = fs::last_write_time(index / kept_manifest_name(generation), code);
    if (code || now - replaced > kKeptFor) break;
    auto manifest = read_kept_manifest(index, generation);
    if (!manifest || manifest->generation != generation) continue;
    bytes += add_segments(*manifest, named);
    if (bytes > most || kept.size() == kMostKept) break;
    kept.push_back(*std::move(manifest));
  }
  return kept;
}

}  // namespace dateline
