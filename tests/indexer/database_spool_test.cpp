#include "indexer/database_spool.h"

#include <catch2/catch.hpp>

#include "common/index/segment.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {

TEST_CASE("The wanted articles of a database are analysed and spooled in their order",
          "[indexer][database_spool]") {
  const TemporaryFolder folder;
  write_segment(folder.path(), 1, {an_article("a"), an_article("b"), an_article("c")});
  const auto database = open_database(folder / "segment-000001/xapian");
  REQUIRE(database);
  ArticleAnalyzer analyzer;
  const auto spool = spool_of_database(
      *database, [](std::uint32_t docid) { return docid != 2; }, folder.path(), analyzer);
  REQUIRE(spool);
  std::string ids;
  REQUIRE((*spool)->for_each_record([&ids](std::string_view record) -> Result<void> {
    ids += decode_head(record)->article.id;
    return {};
  }));
  CHECK(ids == "ac");
  REQUIRE((*spool)->for_each_words([&](const RunWords& words) -> Result<void> {
    REQUIRE(words.title.size() == 3);
    CHECK((*spool)->term(words.title[0]).text == "doctor");
    CHECK((*spool)->term(words.title[0]).language == "en");
    return {};
  }));
}

}  // namespace dateline
