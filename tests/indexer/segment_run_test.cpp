#include "indexer/segment_run.h"

#include <catch2/catch.hpp>

#include "common/index/snapshot.h"
#include "indexer/delete_articles.h"
#include "tests/indexer/adding.h"

namespace dateline {

TEST_CASE("A run has the living articles of a segment, as they were added",
          "[indexer][segment_run]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 5));
  REQUIRE(delete_articles(index.path(), {"a2", "a5"}));
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  const SegmentRun run(snapshot->segments.at(0), index / "segment-000001/xapian");
  CHECK(run.articles() == 3);
  std::vector<std::string> ids;
  REQUIRE(run.for_each_record([&ids](std::string_view record) -> Result<void> {
    const auto article = decode_article(record);
    REQUIRE(article);
    ids.push_back(article->article.id);
    return {};
  }));
  CHECK(ids == std::vector<std::string>{"a1", "a3", "a4"});
  std::vector<std::string> titles;
  REQUIRE(run.for_each_words([&](const RunWords& words) -> Result<void> {
    std::string title;
    for (const std::uint32_t number : words.title) title += run.term(number).text + ' ';
    titles.push_back(title);
    CHECK(run.term(words.body[0]).language == "en");
    CHECK_FALSE(words.sentences.empty());
    return {};
  }));
  CHECK(titles == std::vector<std::string>{"harbour of a1 reopen ", "harbour of a3 reopen ",
                                           "harbour of a4 reopen "});
}

TEST_CASE("A visit that fails ends the run with its reason", "[indexer][segment_run]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 3));
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  const SegmentRun run(snapshot->segments.at(0), index / "segment-000001/xapian");
  int visits = 0;
  const auto visited = run.for_each_words([&visits](const RunWords&) -> Result<void> {
    ++visits;
    return Error{ErrorKind::kSystem, "enough"};
  });
  REQUIRE_FALSE(visited);
  CHECK(visited.error().message == "enough");
  CHECK(visits == 1);
}

TEST_CASE("A run without its database is an error", "[indexer][segment_run]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 3));
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  const SegmentRun run(snapshot->segments.at(0), index / "none");
  CHECK_FALSE(run.for_each_record([](std::string_view) -> Result<void> { return {}; }));
}

}  // namespace dateline
