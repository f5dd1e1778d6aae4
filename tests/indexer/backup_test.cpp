#include "indexer/backup.h"

#include <catch2/catch.hpp>

#include "indexer/check_index.h"
#include "indexer/delete_articles.h"
#include "indexer/index_lock.h"
#include "tests/indexer/adding.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

void make_index(const fs::path& index) {
  add_lines(index, article_lines(1, 5));
  REQUIRE(delete_articles(index, {"a2"}));
}

}  // namespace

TEST_CASE("A backup is an index of its own with the same articles", "[indexer][backup]") {
  const TemporaryFolder folder;
  make_index(folder / "news.index");
  const auto summary = back_up_index(folder / "news.index", folder / "copies/monday");
  REQUIRE(summary);
  CHECK(summary->generation == 2);
  CHECK(summary->bytes > 1000);
  CHECK(live_articles(folder / "copies/monday") == live_articles(folder / "news.index"));
  CHECK(check_index(folder / "copies/monday")->problems.empty());

  fs::remove_all(folder / "news.index");
  CHECK(add_lines(folder / "copies/monday", article_lines(7, 7)).summary.added == 1);
}

TEST_CASE("An index can be backed up while it is being written", "[indexer][backup]") {
  const TemporaryFolder folder;
  make_index(folder / "news.index");
  const auto lock = IndexLock::acquire(folder / "news.index");
  REQUIRE(lock);
  CHECK(back_up_index(folder / "news.index", folder / "copy"));
}

TEST_CASE("A backup does not write over anything", "[indexer][backup]") {
  const TemporaryFolder folder;
  make_index(folder / "news.index");
  folder.write("copy/letters.txt", "dear");
  const auto summary = back_up_index(folder / "news.index", folder / "copy");
  REQUIRE_FALSE(summary);
  CHECK(summary.error().kind == ErrorKind::kRequest);
  CHECK(summary.error().message ==
        "'" + (folder / "copy").string() + "' is not empty; name a new folder for the backup");
}

TEST_CASE("Left-overs of killed writers are not backed up", "[indexer][backup]") {
  const TemporaryFolder folder;
  make_index(folder / "news.index");
  folder.write("news.index/building/x", "half");
  REQUIRE(back_up_index(folder / "news.index", folder / "copy"));
  CHECK_FALSE(fs::exists(folder / "copy/building"));
}

TEST_CASE("What is damaged is not passed off as a backup", "[indexer][backup]") {
  const TemporaryFolder folder;
  make_index(folder / "news.index");
  const auto file = GENERATE(as<std::string>(), "segment-000001/columns",
                             "segment-000001/xapian/docdata.glass", "deleted-000001-000002");
  CAPTURE(file);
  folder.write("news.index/" + file, "rubbish");
  const auto summary = back_up_index(folder / "news.index", folder / "copy");
  REQUIRE_FALSE(summary);
  CHECK(summary.error().kind == ErrorKind::kCorrupt);
  CHECK(summary.error().message.find(file) != std::string::npos);
  CHECK_FALSE(fs::exists(folder / "copy/MANIFEST"));
}

TEST_CASE("A file that is gone for good ends the backup", "[indexer][backup]") {
  const TemporaryFolder folder;
  make_index(folder / "news.index");
  fs::remove(folder / "news.index/segment-000001/columns");
  const auto summary = back_up_index(folder / "news.index", folder / "copy");
  REQUIRE_FALSE(summary);
  CHECK(summary.error().kind == ErrorKind::kMissing);
  CHECK_FALSE(fs::exists(folder / "copy/MANIFEST"));
}

TEST_CASE("Without an index there is nothing to back up", "[indexer][backup]") {
  const TemporaryFolder folder;
  const auto summary = back_up_index(folder / "none", folder / "copy");
  REQUIRE_FALSE(summary);
  CHECK(summary.error().kind == ErrorKind::kMissing);
  CHECK_FALSE(fs::exists(folder / "copy"));
}

}  // namespace dateline
