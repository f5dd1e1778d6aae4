#include "common/index/article_store.h"

#include <catch2/catch.hpp>

#include "common/index/segment.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {

TEST_CASE("Articles are read by docid", "[index][article_store]") {
  const TemporaryFolder folder;
  write_segment(folder.path(), 1, {an_article("a"), an_article("b")});
  const auto database = open_database(folder / "segment-000001/xapian");
  REQUIRE(database);
  const ArticleStore articles(*database);
  const auto article = articles.article(2);
  REQUIRE(article);
  CHECK(same(*article, an_article("b")));
  CHECK(*articles.record(1) == encode_article(an_article("a")));
}

TEST_CASE("A document that holds no article is corrupt", "[index][article_store]") {
  const TemporaryFolder folder;
  Xapian::WritableDatabase database((folder / "xapian").string(), Xapian::DB_CREATE);
  Xapian::Document document;
  document.set_data("{\"id\":\"a\"}\ntext");
  database.add_document(document);
  database.commit();
  const auto article = ArticleStore(database).article(1);
  REQUIRE_FALSE(article);
  CHECK(article.error().kind == ErrorKind::kCorrupt);
}

}  // namespace dateline
