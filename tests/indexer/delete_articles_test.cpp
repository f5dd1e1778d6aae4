#include "indexer/delete_articles.h"

#include <catch2/catch.hpp>

#include "tests/indexer/adding.h"

namespace dateline {
namespace {

DeleteSummary deleted(const std::filesystem::path& index, const std::vector<std::string>& ids) {
  const auto summary = delete_articles(index, ids);
  if (!summary) FAIL(summary.error().message);
  return *summary;
}

}  // namespace

TEST_CASE("Deleted articles are gone, the others stay", "[indexer][delete_articles]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 5));
  add_lines(index.path(), article_lines(6, 8));
  const DeleteSummary summary = deleted(index.path(), {"a2", "a7"});
  CHECK(summary.deleted == 2);
  CHECK(summary.unknown.empty());
  CHECK(summary.generation == 3);
  const auto live = live_articles(index.path());
  CHECK(live.size() == 6);
  CHECK(live.count("a2") + live.count("a7") == 0);
}

TEST_CASE("Ids that the index does not have are named and nothing is published",
          "[indexer][delete_articles]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 2));
  const DeleteSummary summary = deleted(index.path(), {"b", "", "A1"});
  CHECK(summary.deleted == 0);
  CHECK(summary.unknown == std::vector<std::string>{"b", "", "A1"});
  CHECK(summary.generation == 1);
}

TEST_CASE("An id named twice is deleted once", "[indexer][delete_articles]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 2));
  const DeleteSummary summary = deleted(index.path(), {"a1", "a1"});
  CHECK(summary.deleted == 1);
  CHECK(summary.unknown.empty());
}

TEST_CASE("A deleted article can be added again, also unchanged", "[indexer][delete_articles]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 3));
  const auto before = live_articles(index.path());
  deleted(index.path(), {"a2"});
  CHECK(deleted(index.path(), {"a2"}).unknown == std::vector<std::string>{"a2"});
  CHECK(add_lines(index.path(), article_lines(1, 3)).summary.added == 1);
  CHECK(live_articles(index.path()) == before);
}

TEST_CASE("After an update the new version is the one deleted", "[indexer][delete_articles]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 2));
  add_lines(index.path(), article_lines(1, 1, 2));
  CHECK(deleted(index.path(), {"a1"}).deleted == 1);
  CHECK(live_articles(index.path()).count("a1") == 0);
}

TEST_CASE("Everything can be deleted", "[indexer][delete_articles]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 3));
  CHECK(deleted(index.path(), {"a1", "a2", "a3"}).deleted == 3);
  CHECK(live_articles(index.path()).empty());
  CHECK(deleted(index.path(), {"a1"}).unknown.size() == 1);
}

TEST_CASE("Without an index nothing is deleted and none is made", "[indexer][delete_articles]") {
  const TemporaryFolder folder;
  const auto summary = delete_articles(folder / "none", {"a"});
  REQUIRE_FALSE(summary);
  CHECK(summary.error().kind == ErrorKind::kMissing);
  CHECK_FALSE(std::filesystem::exists(folder / "none"));
}

}  // namespace dateline
