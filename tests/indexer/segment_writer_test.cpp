#include "indexer/segment_writer.h"

#include <catch2/catch.hpp>

#include "common/index/schema.h"
#include "common/index/segment.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

using Earlier = SegmentWriter::Earlier;

BuiltArticle built(const std::string& id, const std::string& word) {
  BuiltArticle article;
  article.indexed = an_article(id);
  article.body = {{word, {19, 23}}};
  return article;
}

// The ids of a database in the order of its documents.
std::vector<std::string> ids_in(const std::filesystem::path& folder) {
  const auto database = open_database(folder);
  REQUIRE(database);
  std::vector<std::string> ids;
  for (auto posting = database->postlist_begin(""); posting != database->postlist_end("");
       ++posting) {
    const auto article = decode_article(database->get_document(*posting).get_data());
    REQUIRE(article);
    ids.push_back(article->article.id);
  }
  return ids;
}

void write_part(const std::filesystem::path& folder, const std::vector<std::string>& ids) {
  auto writer = SegmentWriter::create(folder);
  REQUIRE(writer);
  for (const std::string& id : ids) REQUIRE(writer->add(built(id, "word"), Earlier::kNone));
  REQUIRE(writer->finish());
}

}  // namespace

TEST_CASE("Articles become documents in the order they come", "[indexer][segment_writer]") {
  const TemporaryFolder folder;
  write_part(folder / "part", {"b", "a", "c"});
  CHECK(ids_in(folder / "part") == std::vector<std::string>{"b", "a", "c"});
}

TEST_CASE("A later version takes the place of the earlier one", "[indexer][segment_writer]") {
  const TemporaryFolder folder;
  auto writer = SegmentWriter::create(folder / "part");
  REQUIRE(writer);
  REQUIRE(writer->add(built("a", "old"), Earlier::kNone));
  REQUIRE(writer->add(built("b", "other"), Earlier::kNone));
  REQUIRE(writer->add(built("a", "new"), Earlier::kReplace));
  REQUIRE(writer->add(built("c", "first"), Earlier::kReplace));
  REQUIRE(writer->finish());
  const auto database = open_database(folder / "part");
  REQUIRE(database);
  CHECK(database->get_doccount() == 3);
  CHECK_FALSE(database->term_exists("old"));
  CHECK(database->term_exists("new"));
}

TEST_CASE("Parts are merged in their order", "[indexer][segment_writer]") {
  const TemporaryFolder folder;
  write_part(folder / "1", {"d", "c"});
  write_part(folder / "2", {});
  write_part(folder / "3", {"a", "b"});
  REQUIRE(compact_databases({folder / "1", folder / "2", folder / "3"}, folder / "all"));
  CHECK(ids_in(folder / "all") == std::vector<std::string>{"d", "c", "a", "b"});
}

TEST_CASE("Parts without articles make a database without articles", "[indexer][segment_writer]") {
  const TemporaryFolder folder;
  write_part(folder / "1", {});
  REQUIRE(compact_databases({folder / "1"}, folder / "all"));
  CHECK(ids_in(folder / "all").empty());
}

TEST_CASE("A folder that cannot be written is named", "[indexer][segment_writer]") {
  const auto writer = SegmentWriter::create("/nonexistent/part");
  REQUIRE_FALSE(writer);
  CHECK(writer.error().kind == ErrorKind::kSystem);
  CHECK(writer.error().message.starts_with("cannot write to '/nonexistent/part': "));
  const TemporaryFolder folder;
  write_part(folder / "1", {"a"});
  const auto merged = compact_databases({folder / "1"}, "/nonexistent/all");
  REQUIRE_FALSE(merged);
  CHECK(merged.error().message.starts_with("cannot write to '/nonexistent/all': "));
}

TEST_CASE("A part that is not there is an error", "[indexer][segment_writer]") {
  const TemporaryFolder folder;
  CHECK_FALSE(compact_databases({folder / "none"}, folder / "all"));
}

}  // namespace dateline
