#include "indexer/article_spool.h"

#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

std::vector<std::string> records_of(const ArticleSpool& spool) {
  std::vector<std::string> records;
  REQUIRE(spool.for_each_record([&records](std::string_view record) -> Result<void> {
    records.emplace_back(record);
    return {};
  }));
  return records;
}

}  // namespace

TEST_CASE("A spool gives back what was put into it, as often as asked for",
          "[indexer][article_spool]") {
  const TemporaryFolder folder;
  const Vocabulary vocabulary;
  const auto spool = ArticleSpool::create(folder.path(), vocabulary);
  REQUIRE(spool);
  std::vector<std::string> records;
  std::vector<ArticleWords> words;
  for (std::uint32_t number = 0; number < 300; ++number) {  // some larger than a window
    records.emplace_back(number % 100 == 7 ? 3'000'000 : number * 10, static_cast<char>(number));
    words.push_back({{number, 1}, std::vector<std::uint32_t>(number, number * 1000), "sentences"});
    REQUIRE((*spool)->add(number, records.back(), words.back()));
  }
  REQUIRE((*spool)->finish());
  CHECK((*spool)->articles() == 300);
  for (int time = 0; time < 2; ++time) {
    CHECK((records_of(**spool) == records));
    std::size_t at = 0;
    REQUIRE((*spool)->for_each_words([&](const RunWords& read) -> Result<void> {
      const ArticleWords& expected = words.at(at++);
      CHECK(std::vector(read.title.begin(), read.title.end()) == expected.title);
      CHECK(std::vector(read.body.begin(), read.body.end()) == expected.body);
      CHECK(read.sentences == expected.sentences);
      return {};
    }));
    CHECK(at == 300);
  }
}

TEST_CASE("Of articles with one id the last one is left, in its place",
          "[indexer][article_spool]") {
  const TemporaryFolder folder;
  const Vocabulary vocabulary;
  const auto spool = ArticleSpool::create(folder.path(), vocabulary);
  REQUIRE(spool);
  REQUIRE((*spool)->add(1, "old", {}));
  REQUIRE((*spool)->add(2, "other", {}));
  REQUIRE((*spool)->add(1, "newer", {}));
  REQUIRE((*spool)->add(3, "third", {}));
  REQUIRE((*spool)->add(1, "newest", {}));
  REQUIRE((*spool)->finish());
  CHECK(records_of(**spool) == std::vector<std::string>{"other", "third", "newest"});
}

TEST_CASE("A record can be replaced once all are there", "[indexer][article_spool]") {
  const TemporaryFolder folder;
  const Vocabulary vocabulary;
  const auto spool = ArticleSpool::create(folder.path(), vocabulary);
  REQUIRE(spool);
  for (std::uint64_t id = 0; id < 3; ++id) {
    REQUIRE((*spool)->add(id, "record " + std::to_string(id), {}));
  }
  REQUIRE((*spool)->finish());
  REQUIRE((*spool)->replace_record(1, "a longer record"));
  CHECK(records_of(**spool) == std::vector<std::string>{"record 0", "a longer record", "record 2"});
}

TEST_CASE("A spool that is cut off behind our back is an error", "[indexer][article_spool]") {
  const TemporaryFolder folder;
  const Vocabulary vocabulary;
  const auto spool = ArticleSpool::create(folder.path(), vocabulary);
  REQUIRE(spool);
  REQUIRE((*spool)->add(1, "record", {}));
  REQUIRE((*spool)->finish());
  std::filesystem::resize_file(folder / "records", 3);
  const auto visited =
      (*spool)->for_each_record([](std::string_view) -> Result<void> { return {}; });
  REQUIRE_FALSE(visited);
  CHECK(visited.error().message ==
        "cannot read '" + (folder / "records").string() + "': it ends early");
}

}  // namespace dateline
