#include "searcher/recency.h"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "searcher/search.h"
#include "support/test_index.h"

namespace dateline {
namespace {

const TestIndex& index_of_years() {
  static const TestIndex index(std::vector<std::vector<TestArticle>>{
      {{"old",
        "Harbour opened",
        "The harbour of Baku opened its new harbour pier.",
        "2019-01-01",
        {}},
       {"undated", "Pier", "A pier was repaired by the port's own workers.", "", {}}},
      {{"new",
        "Rain",
        "Rain fell on the harbour while ships from many ports waited outside.",
        "2023-03-01",
        {}},
       {"future",
        "Plans",
        "The harbour will be closed to all ships from many ports by then.",
        "2023-12-31",
        {}}}});
  return index;
}

std::vector<std::string> ids_of(const std::string& query, std::optional<Recency> recency) {
  auto searcher = Searcher::open(index_of_years().path());
  REQUIRE(searcher);
  const auto answer = searcher->search({.query = query, .recency = recency, .per_article = 1});
  REQUIRE(answer);
  CHECK(answer->recency == recency);
  std::vector<std::string> ids;
  for (const Passage& passage : answer->passages) ids.push_back(passage.article.id);
  return ids;
}

constexpr std::int32_t kMarch2023 = 19417;  // 2023-03-01

}  // namespace

TEST_CASE("A score halves with every half-life", "[searcher][recency]") {
  const auto [half_life, last_day, expected] =
      GENERATE(table<int, std::optional<std::int32_t>, double>({
          {30, 1000, 1.0},
          {30, 970, 0.5},
          {30, 940, 0.25},
          {60, 970, 0.7071067811865476},
          {30, 1001, 1.0},
          {30, 99999, 1.0},
          {30, std::nullopt, kUndatedRecency},
      }));
  CAPTURE(half_life, last_day.value_or(-1));
  CHECK(recency_factor({half_life, 1000}, last_day) == Approx(expected));
}

TEST_CASE("Whatever the age, something is left of a score and it never grows",
          "[searcher][recency]") {
  std::mt19937 random(5);
  for (int round = 0; round < 2000; ++round) {
    const auto score = static_cast<float>(random() % 100000) / 997.0F + 0.01F;
    const Recency recency{1 + static_cast<int>(random() % kMaxHalfLifeDays), 19000};
    const auto day = static_cast<std::int32_t>(random() % 800000) - 719000;
    const double left = faded(score, recency_factor(recency, day));
    CHECK(left > 0);
    CHECK(left <= score);
  }
}

TEST_CASE("A half-life is a number of days, weeks, months or years", "[searcher][recency]") {
  const auto [text, days] = GENERATE(table<std::string, std::optional<int>>({
      {"1d", 1},
      {"30d", 30},
      {"4w", 28},
      {"6m", 180},
      {"1y", 365},
      {"100y", 36500},
      {"36500d", 36500},
      {"36501d", std::nullopt},
      {"101y", std::nullopt},
      {"0d", std::nullopt},
      {"-3d", std::nullopt},
      {"+3d", std::nullopt},
      {"30", std::nullopt},
      {"d", std::nullopt},
      {"", std::nullopt},
      {"3 d", std::nullopt},
      {"30D", std::nullopt},
      {"1.5d", std::nullopt},
      {"99999999999d", std::nullopt},
  }));
  CAPTURE(text);
  CHECK(parse_half_life(text) == days);
}

TEST_CASE("Newer articles move up where recency is asked for", "[searcher][recency]") {
  const auto plain = ids_of("harbour", {});
  REQUIRE(plain.size() == 3);
  CHECK(plain.front() == "old");
  const auto recent = ids_of("harbour", Recency{30, kMarch2023});
  REQUIRE(recent.size() == 3);
  CHECK(recent.back() == "old");
}

TEST_CASE("An article without a year stands between new and old ones", "[searcher][recency]") {
  const auto found = ids_of("harbour pier ports", Recency{200, kMarch2023});
  CAPTURE(found);
  REQUIRE(found.size() == 4);
  const auto place = [&found](const char* id) {
    return std::find(found.begin(), found.end(), id) - found.begin();
  };
  CHECK(place("new") < place("old"));
  CHECK(place("undated") < place("old"));
}

TEST_CASE("Recency changes neither what matches nor the order by date", "[searcher][recency]") {
  auto searcher = Searcher::open(index_of_years().path());
  REQUIRE(searcher);
  const auto total = [&searcher](std::optional<Recency> recency) {
    const auto answer = searcher->search({.query = "harbour", .recency = recency});
    REQUIRE(answer);
    return answer->total_articles;
  };
  CHECK(total({}) == 3);
  CHECK(total(Recency{1, kMarch2023}) == 3);
  const auto newest = searcher->search(
      {.query = "harbour", .sort = Sort::kNewest, .recency = Recency{1, kMarch2023}});
  REQUIRE(newest);
  REQUIRE(newest->passages.size() == 3);
  CHECK(newest->passages.front().article.id == "future");
  CHECK(newest->passages.back().article.id == "old");
}

}  // namespace dateline
