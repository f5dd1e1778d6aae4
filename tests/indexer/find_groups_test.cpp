#include "indexer/find_groups.h"

#include <algorithm>
#include <map>
#include <random>

#include <catch2/catch.hpp>

#include "common/index/snapshot.h"
#include "indexer/check_index.h"
#include "indexer/delete_articles.h"
#include "indexer/optimize.h"
#include "indexer/rebuild.h"
#include "support/test_index.h"
#include "support/varied_articles.h"
#include "tests/support/sketched.h"

namespace dateline {
namespace {

using Ids = std::vector<std::vector<std::string>>;

Ids ids_of(const Snapshot& snapshot, const GroupLevel& level) {
  Ids groups;
  for (std::uint32_t group = 0; group < level.size(); ++group) {
    std::vector<std::string>& ids = groups.emplace_back();
    for (const ArticlePlace& place : level.members(group)) {
      ids.emplace_back(snapshot.segments[place.segment].columns.id(place.docid));
    }
  }
  return groups;
}

// The groups of an index, which has to be sound.
std::pair<Ids, Ids> groups_of(const std::filesystem::path& index) {
  const auto report = check_index(index);
  REQUIRE(report);
  CHECK(report->problems == std::vector<std::string>{});
  const auto snapshot = open_snapshot(index);
  REQUIRE(snapshot);
  REQUIRE(snapshot->groups);
  return {ids_of(*snapshot, snapshot->groups->copies()),
          ids_of(*snapshot, snapshot->groups->stories())};
}

Ids copies_of(const std::vector<TestArticle>& articles) {
  return groups_of(TestIndex(articles).path()).first;
}

Ids stories_of(const std::vector<TestArticle>& articles) {
  return groups_of(TestIndex(articles).path()).second;
}

}  // namespace

TEST_CASE("Copies are a group, the oldest first", "[indexer][find_groups]") {
  const std::string text = words_from(0, 60);
  CHECK(copies_of({{"b", "Ferry", text + ".", "2021-05-18", {}},
                   {"undated", "Ferry", text, "", {}},
                   {"c", "ferry!", text, "2021-05-18", {}},
                   {"alone", "Bridge", words_from(900, 60), "2021-05-18", {}},
                   {"a", "FERRY", text, "2021-05-19", {}}}) == Ids{{"b", "c", "a", "undated"}});
}

TEST_CASE("The same headline without a text is a copy on the same day only",
          "[indexer][find_groups]") {
  const std::string title = "Bank sets rate at four";
  CHECK(copies_of({{"a", title, "", "2021-05-18", {}},
                   {"b", title, "", "2021-05-18", {}},
                   {"c", title, "", "2021-05-19", {}}}) == Ids{{"a", "b"}});
}

TEST_CASE("A chain of small changes ends where nothing of the first is left",
          "[indexer][find_groups]") {
  std::vector<TestArticle> chain;
  for (int step = 0; step < 8; ++step) {
    chain.push_back({"step" + std::to_string(step),
                     "Report",
                     words_from(step * 30, 400),
                     "2021-05-1" + std::to_string(step),
                     {}});
  }
  const Ids groups = copies_of(chain);
  REQUIRE(groups.size() >= 2);
  for (const auto& group : groups) CHECK(group.size() <= 4);
}

TEST_CASE("One story is told within a few days of its first article", "[indexer][find_groups]") {
  const auto told = [](const std::string& id, int first_word, const std::string& date) {
    return TestArticle{id, "Flood kills nine in valley", words_from(first_word, 60), date, {}};
  };
  CHECK(stories_of({told("a", 0, "2021-05-10"), told("b", 100, "2021-05-12"),
                    told("c", 200, "2021-05-13"), told("d", 300, "2021-05-14"),
                    told("month", 400, "2021-05"), told("undated", 500, "")}) ==
        Ids{{"a", "b", "c"}});
}

TEST_CASE("A copy stays with the story of what it copies, however late it comes",
          "[indexer][find_groups]") {
  const std::string title = "Flood kills nine in valley";
  CHECK(stories_of({{"a", title, words_from(0, 60), "2021-05-10", {}},
                    {"b", title, words_from(100, 260), "2021-05-12", {}},
                    {"late", title, words_from(100, 260), "2021-08-01", {}}}) ==
        Ids{{"a", "b", "late"}});
}

TEST_CASE("Every copy is in a group by the rule, and every story holds whole groups of copies",
          "[indexer][find_groups]") {
  VariedArticles varied(3);
  std::vector<TestArticle> articles;
  for (int number = 0; number < 300; ++number) {
    articles.push_back(varied.next("a" + std::to_string(number)));
  }
  const auto [copies, stories] = groups_of(TestIndex(articles).path());
  CHECK(copies.size() > 20);
  CHECK(stories.size() > 20);
  std::map<std::string, std::size_t> story_of;
  for (std::size_t story = 0; story < stories.size(); ++story) {
    for (const std::string& id : stories[story]) CHECK(story_of.emplace(id, story).second);
  }
  for (const auto& group : copies) {
    REQUIRE(story_of.contains(group.front()));
    for (const std::string& id : group) CHECK(story_of[id] == story_of[group.front()]);
  }
}

TEST_CASE("An index that grew, shrank and was merged has the groups of one built at once",
          "[indexer][find_groups]") {
  for (const unsigned seed : {1U, 2U, 3U, 4U}) {
    VariedArticles varied(seed);
    std::mt19937 random(seed);
    std::map<std::string, TestArticle> present;
    TestIndex grown(std::vector<std::vector<TestArticle>>{});
    for (int step = 0; step < 12; ++step) {
      std::map<std::string, TestArticle> added;
      for (int count = 0; count < 12; ++count) {
        const std::string id = "a" + std::to_string(random() % 100);
        added.insert_or_assign(id, varied.next(id));
      }
      std::vector<TestArticle> batch;
      for (const auto& [id, article] : added) {
        batch.push_back(article);
        present.insert_or_assign(id, article);
      }
      grown.add(batch);
      const std::string gone = std::next(present.begin(), random() % present.size())->first;
      REQUIRE(delete_articles(grown.path(), {gone}));
      present.erase(gone);
      if (step % 5 == 4) REQUIRE(rebuild_index(grown.path()));
      if (step % 7 == 6) REQUIRE(optimize_index(grown.path()));
    }
    std::vector<TestArticle> all;
    for (const auto& [id, article] : present) all.push_back(article);
    std::shuffle(all.begin(), all.end(), random);
    const auto groups = groups_of(grown.path());
    CAPTURE(seed);
    CHECK(groups.first.size() > 3);
    CHECK(groups == groups_of(TestIndex(all).path()));
  }
}

}  // namespace dateline
