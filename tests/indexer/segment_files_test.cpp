#include "indexer/segment_files.h"

#include <catch2/catch.hpp>

#include "common/index/segment.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// A database as the workshop holds it, at index/building/xapian.
fs::path database_of(const TemporaryFolder& index, const std::vector<IndexedArticle>& articles) {
  fs::create_directory(index / "building");
  const SegmentEntry entry = write_segment(index / "building", 9, articles);
  fs::rename(index / "building" / entry.name / "xapian", index / "building/xapian");
  fs::remove_all(index / "building" / entry.name);
  return index / "building/xapian";
}

}  // namespace

TEST_CASE("A database becomes a folder that the manifest can name", "[indexer][segment_files]") {
  const TemporaryFolder index;
  const fs::path database = database_of(index, {an_article("a"), an_article("b")});
  const auto finished = finish_segment(database, index.path(), "segment-000007");
  REQUIRE(finished);
  REQUIRE(*finished);
  const SegmentEntry& entry = **finished;
  CHECK(entry.name == "segment-000007");
  CHECK(entry.articles == 2);
  CHECK(entry.last_docid == 2);
  CHECK(entry.title_words == 6);
  CHECK(entry.body_words == 20);
  CHECK(entry.deletions.empty());
  CHECK(open_segment(index.path(), entry));
  CHECK_FALSE(fs::exists(database));
}

TEST_CASE("Every file of a segment is listed with its size and checksum",
          "[indexer][segment_files]") {
  const TemporaryFolder index;
  const auto finished =
      finish_segment(database_of(index, {an_article("a")}), index.path(), "segment-000001");
  REQUIRE(finished);
  std::size_t files = 0;
  for (const auto& file : fs::recursive_directory_iterator(index / "segment-000001")) {
    if (!file.is_regular_file()) continue;
    ++files;
    const auto name = fs::relative(file.path(), index / "segment-000001").generic_string();
    CAPTURE(name);
    const auto digest = digest_file(file.path());
    REQUIRE(digest);
    REQUIRE((*finished)->files.count(name) == 1);
    CHECK((*finished)->files.at(name) == *digest);
  }
  CHECK((*finished)->files.size() == files);
  CHECK((*finished)->files.count("columns") == 1);
}

TEST_CASE("A database without documents is no segment", "[indexer][segment_files]") {
  const TemporaryFolder index;
  const auto finished = finish_segment(database_of(index, {}), index.path(), "segment-000001");
  REQUIRE(finished);
  CHECK_FALSE(*finished);
  CHECK_FALSE(fs::exists(index / "segment-000001"));
}

TEST_CASE("Where there is no database nothing is made", "[indexer][segment_files]") {
  const TemporaryFolder index;
  const auto finished = finish_segment(index / "building/xapian", index.path(), "segment-000001");
  REQUIRE_FALSE(finished);
  CHECK(finished.error().message.find("building/xapian") != std::string::npos);
  CHECK_FALSE(fs::exists(index / "segment-000001"));
}

}  // namespace dateline
