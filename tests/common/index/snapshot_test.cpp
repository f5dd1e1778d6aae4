#include "common/index/snapshot.h"

#include <atomic>
#include <thread>

#include <catch2/catch.hpp>

#include "common/text/analyzer.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

Manifest manifest_of(std::uint64_t generation, std::vector<SegmentEntry> segments) {
  Manifest manifest;
  manifest.generation = generation;
  manifest.next_segment = 10;
  manifest.analyser = analyzer_fingerprint();
  manifest.segments = std::move(segments);
  return manifest;
}

}  // namespace

TEST_CASE("A snapshot has the segments of the manifest in its order", "[index][snapshot]") {
  const TemporaryFolder index;
  const SegmentEntry two = write_segment(index.path(), 2, {an_article("b"), an_article("c")});
  const SegmentEntry one = write_segment(index.path(), 1, {an_article("a")});
  REQUIRE(publish_manifest(index.path(), manifest_of(3, {two, one})));
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  CHECK(snapshot->manifest.generation == 3);
  REQUIRE(snapshot->segments.size() == 2);
  CHECK(snapshot->segments[0].entry.name == "segment-000002");
  CHECK(snapshot->live_articles() == 3);
}

TEST_CASE("Deleted articles do not count as live", "[index][snapshot]") {
  Snapshot snapshot;
  snapshot.manifest.segments.resize(2);
  snapshot.manifest.segments[0].articles = 10;
  snapshot.manifest.segments[0].deleted = 4;
  snapshot.manifest.segments[1].articles = 1;
  CHECK(snapshot.live_articles() == 7);
}

TEST_CASE("An index without articles can be opened", "[index][snapshot]") {
  const TemporaryFolder index;
  REQUIRE(publish_manifest(index.path(), manifest_of(1, {})));
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  CHECK(snapshot->live_articles() == 0);
}

TEST_CASE("An index whose words were made otherwise is refused", "[index][snapshot]") {
  const TemporaryFolder index;
  Manifest manifest = manifest_of(1, {});
  manifest.analyser = "words-of-old";
  REQUIRE(publish_manifest(index.path(), manifest));
  const auto snapshot = open_snapshot(index.path());
  REQUIRE_FALSE(snapshot);
  CHECK(snapshot.error().kind == ErrorKind::kVersion);
  CHECK(snapshot.error().message.find("were analysed by 'words-of-old'") != std::string::npos);
}

TEST_CASE("A segment that is gone without a newer generation is an error", "[index][snapshot]") {
  const TemporaryFolder index;
  const SegmentEntry entry = write_segment(index.path(), 1, {an_article("a")});
  REQUIRE(publish_manifest(index.path(), manifest_of(1, {entry})));
  std::filesystem::remove_all(index / "segment-000001");
  const auto snapshot = open_snapshot(index.path());
  REQUIRE_FALSE(snapshot);
  CHECK(snapshot.error().kind == ErrorKind::kMissing);
}

TEST_CASE("A snapshot stays as it was when its files are removed", "[index][snapshot]") {
  const TemporaryFolder index;
  const SegmentEntry entry = write_segment(index.path(), 1, {an_article("a")});
  REQUIRE(publish_manifest(index.path(), manifest_of(1, {entry})));
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  REQUIRE(publish_manifest(index.path(), manifest_of(2, {})));
  std::filesystem::remove_all(index / "segment-000001");
  const auto loaded = load_article(snapshot->segments[0], 1);
  REQUIRE(loaded);
  CHECK(loaded->article.id == "a");
}

TEST_CASE("An earlier generation can be opened as long as its manifest is kept",
          "[index][snapshot]") {
  const TemporaryFolder index;
  const SegmentEntry entry = write_segment(index.path(), 1, {an_article("a")});
  REQUIRE(publish_manifest(index.path(), manifest_of(8, {})));
  CHECK(open_kept_snapshot(index.path(), 7).error().kind == ErrorKind::kMissing);
  REQUIRE(replace_file(index / kept_manifest_name(7), to_json(manifest_of(7, {entry}))));
  const auto snapshot = open_kept_snapshot(index.path(), 7);
  REQUIRE(snapshot);
  CHECK(snapshot->manifest.generation == 7);
  CHECK(snapshot->live_articles() == 1);
}

TEST_CASE("Readers always get a whole generation while a writer replaces them",
          "[index][snapshot]") {
  const TemporaryFolder index;
  const auto publish = [&](std::uint64_t generation) {
    const std::string id = "g" + std::to_string(generation);
    const SegmentEntry entry = write_segment(index.path(), generation, {an_article(id)});
    REQUIRE(publish_manifest(index.path(), manifest_of(generation, {entry})));
    if (generation > 1) std::filesystem::remove_all(index / segment_name(generation - 1));
  };
  publish(1);
  std::atomic<bool> done = false;
  std::vector<std::string> problems;
  std::size_t opened = 0;
  std::thread reader([&] {
    while (!done) {
      const auto snapshot = open_snapshot(index.path());
      ++opened;
      if (!snapshot) {
        problems.push_back(snapshot.error().message);
      } else if (snapshot->segments.at(0).columns.id(1) !=
                 "g" + std::to_string(snapshot->manifest.generation)) {
        problems.emplace_back("a generation with another one's article");
      }
    }
  });
  for (std::uint64_t generation = 2; generation <= 40; ++generation) publish(generation);
  done = true;
  reader.join();
  CHECK(problems == std::vector<std::string>{});
  CHECK(opened > 0);
}

}  // namespace dateline
