#include "indexer/kept_generations.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "common/index/snapshot.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

SegmentEntry segment(std::uint64_t number, std::uint64_t bytes) {
  SegmentEntry entry;
  entry.name = segment_name(number);
  entry.articles = entry.last_docid = 1;
  entry.files["columns"] = {bytes, 0};
  return entry;
}

Manifest manifest(std::uint64_t generation, std::vector<SegmentEntry> segments) {
  Manifest made;
  made.generation = generation;
  made.segments = std::move(segments);
  return made;
}

// Keeps them as if each had been replaced by the next so many minutes before `now`.
const fs::file_time_type now = fs::file_time_type::clock::now();
void keep(const fs::path& index, const Manifest& manifest, std::chrono::minutes before) {
  REQUIRE(keep_generation(index, manifest));
  fs::last_write_time(index / kept_manifest_name(manifest.generation), now - before);
}

std::vector<std::uint64_t> kept(const fs::path& index, const Manifest& newest) {
  std::vector<std::uint64_t> generations;
  for (const Manifest& one : kept_generations(index, newest, now)) {
    generations.push_back(one.generation);
  }
  return generations;
}

using Generations = std::vector<std::uint64_t>;
constexpr std::uint64_t kMegabyte = std::uint64_t{1} << 20;

}  // namespace

TEST_CASE("Earlier generations are kept for ten minutes, newest first",
          "[indexer][kept_generations]") {
  const TemporaryFolder index;
  const std::vector<SegmentEntry> same = {segment(1, 100)};
  CHECK(kept(index.path(), manifest(1, same)).empty());
  keep(index.path(), manifest(1, same), 11min);
  keep(index.path(), manifest(2, same), 9min);
  keep(index.path(), manifest(3, same), 0min);
  CHECK(kept(index.path(), manifest(4, same)) == Generations{3, 2});
}

TEST_CASE("What only kept generations need is bounded", "[indexer][kept_generations]") {
  const TemporaryFolder index;
  keep(index.path(), manifest(1, {segment(1, 90 * kMegabyte), segment(2, 10 * kMegabyte)}), 3min);
  keep(index.path(), manifest(2, {segment(1, 90 * kMegabyte), segment(3, 20 * kMegabyte)}), 2min);
  keep(index.path(), manifest(3, {segment(1, 90 * kMegabyte), segment(3, 20 * kMegabyte)}), 1min);
  SECTION("by a quarter of the newest") {
    const auto newest = manifest(4, {segment(1, 90 * kMegabyte), segment(4, 30 * kMegabyte)});
    CHECK(kept(index.path(), newest) == Generations{3, 2, 1});
  }
  SECTION("which may be enough for some of them only") {
    const auto newest = manifest(4, {segment(1, 90 * kMegabyte), segment(4, 29 * kMegabyte)});
    CHECK(kept(index.path(), newest) == Generations{3, 2});
  }
  SECTION("so that a merge of everything keeps none") {
    CHECK(kept(index.path(), manifest(4, {segment(5, 120 * kMegabyte)})).empty());
  }
  SECTION("but not for indexes of a few megabytes") {
    const TemporaryFolder small;
    keep(small.path(), manifest(1, {segment(1, 8 * kMegabyte)}), 0min);
    CHECK(kept(small.path(), manifest(2, {segment(2, 1)})) == Generations{1});
  }
}

TEST_CASE("So many generations are kept at most", "[indexer][kept_generations]") {
  const TemporaryFolder index;
  const std::vector<SegmentEntry> same = {segment(1, 100)};
  for (std::uint64_t generation = 1; generation <= kMostKept + 3; ++generation) {
    keep(index.path(), manifest(generation, same), 1min);
  }
  const Generations generations = kept(index.path(), manifest(kMostKept + 4, same));
  CHECK(generations.size() == kMostKept);
  CHECK(generations.front() == kMostKept + 3);
}

TEST_CASE("Manifests that are no earlier generation's are not kept",
          "[indexer][kept_generations]") {
  const TemporaryFolder index;
  const std::vector<SegmentEntry> same = {segment(1, 100)};
  keep(index.path(), manifest(2, same), 1min);
  keep(index.path(), manifest(5, same), 0min);  // of a writer that did not come to publish
  index.write("MANIFEST-000001", "{}");
  index.write("MANIFEST-3", to_json(manifest(3, same)));
  index.write("MANIFEST-000003", to_json(manifest(4, same)));
  index.write("MANIFEST-", "");
  CHECK(kept(index.path(), manifest(5, same)) == Generations{2});
}

}  // namespace dateline
