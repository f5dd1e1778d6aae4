#include "indexer/optimize.h"

#include <catch2/catch.hpp>

#include "indexer/check_index.h"
#include "indexer/delete_articles.h"
#include "tests/indexer/adding.h"

namespace dateline {
namespace {

OptimizeSummary optimized(const std::filesystem::path& index) {
  const auto summary = optimize_index(index);
  if (!summary) FAIL(summary.error().message);
  return *summary;
}

void check_sound(const std::filesystem::path& index) {
  const auto report = check_index(index);
  REQUIRE(report);
  CHECK(report->problems == std::vector<std::string>{});
}

}  // namespace

TEST_CASE("All segments become one with the same live articles", "[indexer][optimize]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 10));
  add_lines(index.path(), article_lines(7, 15, 2));
  add_lines(index.path(), article_lines(16, 17));
  REQUIRE(delete_articles(index.path(), {"a1", "a15"}));
  const auto before = live_articles(index.path());
  const OptimizeSummary summary = optimized(index.path());
  CHECK(summary.segments_before == 3);
  CHECK(summary.segments_after == 1);
  CHECK(summary.removed == 6);
  CHECK(summary.generation == 5);
  CHECK(live_articles(index.path()) == before);
  check_sound(index.path());
}

TEST_CASE("Many small additions and then optimize give what one addition gives",
          "[indexer][optimize]") {
  const TemporaryFolder index;
  for (int number = 1; number <= 12; ++number) {
    add_lines(index.path(), article_lines(number, number + 1, number % 3));
  }
  const auto before = live_articles(index.path());
  optimized(index.path());
  CHECK(live_articles(index.path()) == before);
  CHECK(before.size() == 13);
  check_sound(index.path());
}

TEST_CASE("An optimized index is not optimized again", "[indexer][optimize]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 3));
  add_lines(index.path(), article_lines(4, 6));
  CHECK(optimized(index.path()).generation == 3);
  const OptimizeSummary again = optimized(index.path());
  CHECK(again.generation == 3);
  CHECK(again.segments_after == 1);
  CHECK(again.removed == 0);
}

TEST_CASE("Deletions in a single segment are carried out", "[indexer][optimize]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 3));
  REQUIRE(delete_articles(index.path(), {"a2"}));
  CHECK(optimized(index.path()).removed == 1);
  CHECK(optimized(index.path()).removed == 0);
  CHECK(live_articles(index.path()).size() == 2);
  check_sound(index.path());
}

TEST_CASE("Articles go on being updated and deleted after optimize", "[indexer][optimize]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 5));
  REQUIRE(delete_articles(index.path(), {"a1"}));
  add_lines(index.path(), article_lines(6, 8));
  optimized(index.path());
  CHECK(add_lines(index.path(), article_lines(2, 2, 2)).summary.updated == 1);
  CHECK(add_lines(index.path(), article_lines(3, 8)).summary.unchanged == 6);
  REQUIRE(delete_articles(index.path(), {"a8"}));
  CHECK(live_articles(index.path()).size() == 6);
  check_sound(index.path());
}

TEST_CASE("An empty index is optimized as it is", "[indexer][optimize]") {
  const TemporaryFolder index;
  add_lines(index.path(), "");
  const OptimizeSummary summary = optimized(index.path());
  CHECK(summary.segments_before == 0);
  CHECK(summary.segments_after == 0);
  CHECK(summary.generation == 1);
}

TEST_CASE("Without an index there is nothing to optimize", "[indexer][optimize]") {
  const auto summary = optimize_index("/nonexistent/index");
  REQUIRE_FALSE(summary);
  CHECK(summary.error().kind == ErrorKind::kMissing);
}

}  // namespace dateline
