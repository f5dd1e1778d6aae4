#include "indexer/merge_segments.h"

#include <catch2/catch.hpp>

#include "indexer/check_index.h"
#include "indexer/delete_articles.h"
#include "indexer/merge_policy.h"
#include "tests/indexer/adding.h"

namespace dateline {
namespace {

std::size_t segments_of(const std::filesystem::path& index) {
  const auto manifest = read_manifest(index);
  REQUIRE(manifest);
  return manifest->segments.size();
}

void check_sound(const std::filesystem::path& index) {
  const auto report = check_index(index);
  REQUIRE(report);
  CHECK(report->problems == std::vector<std::string>{});
}

}  // namespace

TEST_CASE("Some segments become one and the others stay", "[indexer][merge_segments]") {
  const TemporaryFolder index;
  for (int number = 1; number <= 4; ++number) {
    add_lines(index.path(), article_lines(10 * number, 10 * number + 5));
  }
  REQUIRE(delete_articles(index.path(), {"a11", "a31", "a41"}));
  const auto before = live_articles(index.path());
  {
    auto writer = IndexWriter::open(index.path(), IndexWriter::IfMissing::kFail);
    REQUIRE(writer);
    const auto merged = merge_segments(*writer, std::vector<std::size_t>{1, 3});
    REQUIRE(merged);
    CHECK(*merged == 11);
    REQUIRE(writer->publish());
  }
  CHECK(segments_of(index.path()) == 3);
  CHECK(live_articles(index.path()) == before);
  check_sound(index.path());
}

TEST_CASE("Many small additions leave few segments and lose nothing", "[indexer][merge_segments]") {
  const TemporaryFolder index;
  for (int number = 1; number <= 30; ++number) {
    add_lines(index.path(), article_lines(number, number + 1, number));
    CHECK(segments_of(index.path()) < kTierFactor);
  }
  CHECK(live_articles(index.path()).size() == 31);
  check_sound(index.path());
}

TEST_CASE("Segments without words of their own are analysed to be merged",
          "[indexer][merge_segments]") {
  const TemporaryFolder index;
  for (int number = 1; number <= 3; ++number) {
    add_lines(index.path(), article_lines(10 * number, 10 * number + 5));
  }
  REQUIRE(delete_articles(index.path(), {"a21"}));
  const auto before = live_articles(index.path());
  auto manifest = read_manifest(index.path());
  REQUIRE(manifest);
  for (const char* name : {"tokens", "impacts"}) {
    std::filesystem::remove(index / "segment-000002" / name);
    manifest->segments[1].files.erase(name);
  }
  REQUIRE(publish_manifest(index.path(), *manifest));
  {
    auto writer = IndexWriter::open(index.path(), IndexWriter::IfMissing::kFail);
    REQUIRE(writer);
    REQUIRE(merge_segments(*writer, std::vector<std::size_t>{0, 1, 2}));
    REQUIRE(writer->publish());
  }
  CHECK(live_articles(index.path()) == before);
  check_sound(index.path());
}

TEST_CASE("A damaged segment is not merged, so that the damage stays known",
          "[indexer][merge_segments]") {
  const TemporaryFolder index;
  for (int number = 1; number <= 2; ++number) {
    add_lines(index.path(), article_lines(10 * number, 10 * number + 5));
  }
  std::string tokens = *read_file(index / "segment-000001/tokens");
  tokens[tokens.size() / 2] = static_cast<char>(tokens[tokens.size() / 2] ^ 4);
  index.write("segment-000001/tokens", tokens);
  auto writer = IndexWriter::open(index.path(), IndexWriter::IfMissing::kFail);
  REQUIRE(writer);
  const auto merged = merge_segments(*writer, std::vector<std::size_t>{0, 1});
  REQUIRE_FALSE(merged);
  CHECK(merged.error().kind == ErrorKind::kCorrupt);
  CHECK(merged.error().message ==
        "segment-000001: tokens has been changed (its checksum differs); see all that is wrong "
        "with: dateline-index check");
}

TEST_CASE("Tiers are left alone while another writer is at work", "[indexer][merge_segments]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 3));
  const auto writer = IndexWriter::open(index.path(), IndexWriter::IfMissing::kFail);
  REQUIRE(writer);
  CHECK(merge_tiers(index.path()));
}

TEST_CASE("Without an index there are no tiers", "[indexer][merge_segments]") {
  const auto merged = merge_tiers("/nonexistent/index");
  REQUIRE_FALSE(merged);
  CHECK(merged.error().kind == ErrorKind::kMissing);
}

}  // namespace dateline
