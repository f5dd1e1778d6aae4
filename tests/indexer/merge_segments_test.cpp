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
