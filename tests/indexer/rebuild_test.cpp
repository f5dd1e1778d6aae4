#include "indexer/rebuild.h"

#include <catch2/catch.hpp>

#include "common/file.h"
#include "indexer/check_index.h"
#include "indexer/delete_articles.h"
#include "tests/indexer/adding.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

void make_index(const fs::path& index) {
  add_lines(index, article_lines(1, 5));
  add_lines(index, article_lines(6, 9));
  REQUIRE(delete_articles(index, {"a2"}));
}

}  // namespace

TEST_CASE("Missing and damaged columns are made again", "[indexer][rebuild]") {
  const TemporaryFolder index;
  make_index(index.path());
  const auto before = live_articles(index.path());
  fs::remove(index / "segment-000001/columns");
  index.write("segment-000002/columns", "rubbish");
  CHECK_FALSE(check_index(index.path())->problems.empty());

  const auto summary = rebuild_index(index.path());
  REQUIRE(summary);
  CHECK(summary->segments == 2);
  CHECK(summary->generation == 4);
  CHECK(check_index(index.path())->problems.empty());
  CHECK(live_articles(index.path()) == before);
}

TEST_CASE("Rebuilding a sound index changes no article", "[indexer][rebuild]") {
  const TemporaryFolder index;
  make_index(index.path());
  const auto before = live_articles(index.path());
  REQUIRE(rebuild_index(index.path()));
  CHECK(live_articles(index.path()) == before);
  CHECK(check_index(index.path())->problems.empty());
}

TEST_CASE("A rebuilt index goes on being written", "[indexer][rebuild]") {
  const TemporaryFolder index;
  make_index(index.path());
  REQUIRE(rebuild_index(index.path()));
  CHECK(add_lines(index.path(), article_lines(1, 1, 2)).summary.updated == 1);
  REQUIRE(delete_articles(index.path(), {"a3"}));
  CHECK(live_articles(index.path()).size() == 7);
  CHECK(check_index(index.path())->problems.empty());
}

TEST_CASE("A damaged database is not given new checksums", "[indexer][rebuild]") {
  const TemporaryFolder index;
  make_index(index.path());
  const fs::path file = index / "segment-000001/xapian/postlist.glass";
  std::string bytes = *read_file(file);
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  index.write("segment-000001/xapian/postlist.glass", bytes);
  const auto rebuilt = rebuild_index(index.path());
  REQUIRE_FALSE(rebuilt);
  CHECK(rebuilt.error().kind == ErrorKind::kCorrupt);
  CHECK(rebuilt.error().message ==
        "'" + (index / "segment-000001").string() +
            "': xapian/postlist.glass has been changed (its checksum differs); restore a backup or "
            "index the articles again");
  CHECK(check_index(index.path())->problems.size() == 1);
}

TEST_CASE("A database that is gone cannot be rebuilt, and the index stays as it is",
          "[indexer][rebuild]") {
  const TemporaryFolder index;
  make_index(index.path());
  const auto manifest = read_manifest(index.path());
  fs::remove_all(index / "segment-000002/xapian");
  const auto summary = rebuild_index(index.path());
  REQUIRE_FALSE(summary);
  CHECK(summary.error().message.find("segment-000002") != std::string::npos);
  const auto after = read_manifest(index.path());
  REQUIRE(after);
  CHECK(*after == *manifest);
}

TEST_CASE("Without an index there is nothing to rebuild", "[indexer][rebuild]") {
  const auto summary = rebuild_index("/nonexistent/index");
  REQUIRE_FALSE(summary);
  CHECK(summary.error().kind == ErrorKind::kMissing);
}

}  // namespace dateline
