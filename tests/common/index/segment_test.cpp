#include "common/index/segment.h"

#include <catch2/catch.hpp>

#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

std::vector<IndexedArticle> three_articles() {
  return {an_article("one"), an_article("two"), an_article("three")};
}

// The segment with its first article deleted.
SegmentEntry with_first_deleted(const TemporaryFolder& index, SegmentEntry entry) {
  Tombstones tombstones(entry.last_docid);
  tombstones.bury(1);
  entry.deletions = deletions_name(entry.name, 2);
  entry.deleted = 1;
  index.write(entry.deletions, tombstones.encode(entry.uuid));
  return entry;
}

void damage(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("A segment gives every article back", "[index][segment]") {
  const TemporaryFolder index;
  const auto segment = open_segment(index.path(), write_segment(index.path(), 1, three_articles()));
  REQUIRE(segment);
  for (const IndexedArticle& article : three_articles()) {
    const auto docid = find_article(*segment, article.article.id);
    REQUIRE(docid);
    CHECK(segment->alive(*docid));
    const auto loaded = load_article(*segment, *docid);
    REQUIRE(loaded);
    CHECK(same(*loaded, article));
  }
}

TEST_CASE("An id that no article has is not found", "[index][segment]") {
  const TemporaryFolder index;
  const auto segment = open_segment(index.path(), write_segment(index.path(), 1, three_articles()));
  REQUIRE(segment);
  const auto id = GENERATE(as<std::string>(), "", "on", "onee", "ONE", std::string(1000, 'x'),
                           std::string("one\0", 4));
  CHECK_FALSE(find_article(*segment, id));
}

TEST_CASE("Ids that share a hashed term are told apart", "[index][segment]") {
  const TemporaryFolder index;
  const std::string start(300, 'x');
  const std::vector<IndexedArticle> articles = {an_article(start + "1"), an_article(start + "2"),
                                                an_article(std::string("nul\0", 4))};
  const auto segment = open_segment(index.path(), write_segment(index.path(), 1, articles));
  REQUIRE(segment);
  CHECK(find_article(*segment, start + "1") == 1U);
  CHECK(find_article(*segment, start + "2") == 2U);
  CHECK(find_article(*segment, std::string("nul\0", 4)) == 3U);
  CHECK_FALSE(find_article(*segment, start + "3"));
}

TEST_CASE("A deleted article is dead and not found", "[index][segment]") {
  const TemporaryFolder index;
  const SegmentEntry entry =
      with_first_deleted(index, write_segment(index.path(), 1, three_articles()));
  const auto segment = open_segment(index.path(), entry);
  REQUIRE(segment);
  CHECK_FALSE(segment->alive(1));
  CHECK_FALSE(find_article(*segment, "one"));
  CHECK(find_article(*segment, "two"));
}

TEST_CASE("A document that is not there is an error, not a crash", "[index][segment]") {
  const TemporaryFolder index;
  const auto segment = open_segment(index.path(), write_segment(index.path(), 1, three_articles()));
  REQUIRE(segment);
  const auto loaded = load_article(*segment, 99);
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().message.starts_with("segment-000001: document 99: "));
}

TEST_CASE("A segment whose files are gone is missing", "[index][segment]") {
  const TemporaryFolder index;
  const SegmentEntry entry =
      with_first_deleted(index, write_segment(index.path(), 1, three_articles()));
  const auto gone = GENERATE(as<std::string>(), "segment-000001", "segment-000001/columns",
                             "deleted-000001-000002");
  CAPTURE(gone);
  fs::remove_all(index / gone);
  const auto segment = open_segment(index.path(), entry);
  REQUIRE_FALSE(segment);
  CHECK(segment.error().kind == ErrorKind::kMissing);
  CHECK(segment.error().message.find(gone) != std::string::npos);
}

TEST_CASE("A segment that is not what the manifest says is refused", "[index][segment]") {
  const TemporaryFolder index;
  const SegmentEntry entry = write_segment(index.path(), 1, three_articles());
  SegmentEntry foreign = entry;
  foreign.uuid.back() = foreign.uuid.back() == '0' ? '1' : '0';
  SegmentEntry fewer = entry;
  fewer.articles = 2;
  SegmentEntry longer = entry;
  longer.last_docid = 4'000'000'000;
  for (const SegmentEntry& wrong : {foreign, fewer, longer}) {
    const auto segment = open_segment(index.path(), wrong);
    REQUIRE_FALSE(segment);
    CHECK(segment.error().kind == ErrorKind::kCorrupt);
    CHECK(segment.error().message == "'" + (index / "segment-000001/xapian").string() +
                                         "' is not the database that the manifest names");
  }
}

TEST_CASE("Columns and tombstones of another segment are refused", "[index][segment]") {
  const TemporaryFolder index;
  const SegmentEntry one = write_segment(index.path(), 1, three_articles());
  const SegmentEntry two =
      with_first_deleted(index, write_segment(index.path(), 2, three_articles()));
  SegmentEntry mixed = one;
  mixed.deletions = two.deletions;
  mixed.deleted = 1;
  const auto segment = open_segment(index.path(), mixed);
  REQUIRE_FALSE(segment);
  CHECK(segment.error().kind == ErrorKind::kCorrupt);
  CHECK(segment.error().message.find(two.deletions) != std::string::npos);

  fs::copy_file(index / "segment-000002/columns", index / "segment-000001/columns",
                fs::copy_options::overwrite_existing);
  CHECK_FALSE(open_segment(index.path(), one));
}

TEST_CASE("A damaged database is an error that names it", "[index][segment]") {
  const TemporaryFolder index;
  const SegmentEntry entry = write_segment(index.path(), 1, three_articles());
  const auto [file, bytes] = GENERATE(table<std::string, std::string>({
      {"iamglass", ""},
      {"iamglass", "rubbish"},
      {"postlist.glass", ""},
      {"postlist.glass", std::string(8192, 'x')},
  }));
  CAPTURE(file, bytes.size());
  damage(index / ("segment-000001/xapian/" + file), bytes);
  const auto segment = open_segment(index.path(), entry);
  if (segment) {
    CHECK_THROWS_AS(find_article(*segment, "one"), std::runtime_error);
  } else {
    CHECK(segment.error().kind == ErrorKind::kCorrupt);
    CHECK(segment.error().message.find("segment-000001/xapian") != std::string::npos);
  }
}

TEST_CASE("Columns derived from the database are those that were written", "[index][segment]") {
  const TemporaryFolder index;
  const SegmentEntry entry = write_segment(index.path(), 1, three_articles());
  const auto database = open_database(index / "segment-000001/xapian");
  REQUIRE(database);
  auto derived = derive_columns(*database);
  REQUIRE(derived);
  const auto written = read_file(index / "segment-000001/columns");
  REQUIRE(written);
  CHECK(derived->encode(entry.uuid) == *written);
}

}  // namespace dateline
