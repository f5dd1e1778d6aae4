#include "searcher/serve/searcher_pool.h"

#include <atomic>
#include <thread>

#include <catch2/catch.hpp>

#include "support/test_index.h"

namespace dateline {
namespace {

const std::vector<TestArticle> kArticles = {{"a", "Title", "Some text.", "2023", {}}};

}  // namespace

TEST_CASE("Those beyond the searchers and the waiting are refused", "[serve]") {
  const TestIndex index(kArticles);
  SearcherPool pool(0);
  REQUIRE(pool.open(index.path(), 2));
  const auto first = pool.take();
  CHECK(static_cast<bool>(first));
  {
    const auto second = pool.take();
    CHECK(static_cast<bool>(second));
    CHECK_FALSE(static_cast<bool>(pool.take()));
  }
  CHECK(static_cast<bool>(pool.take()));
}

TEST_CASE("Those who wait get a searcher when one comes back", "[serve]") {
  const TestIndex index(kArticles);
  SearcherPool pool(8);
  REQUIRE(pool.open(index.path(), 1));
  std::atomic<int> served = 0;
  std::vector<std::thread> threads;
  for (int at = 0; at < 8; ++at) {
    threads.emplace_back([&] {
      for (int turn = 0; turn < 50; ++turn) {
        const auto lease = pool.take();
        if (lease && (*lease).search({.query = "text"})) ++served;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(served == 400);
}

TEST_CASE("A pool of no index says so", "[serve]") {
  SearcherPool pool(1);
  const auto opened = pool.open("/nowhere/news.index", 1);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().kind == ErrorKind::kMissing);
}

}  // namespace dateline
