#include "indexer/build_pool.h"

#include <csignal>

#include <catch2/catch.hpp>
#include <sys/resource.h>

#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

BuildTask task_of(const std::string& id, const std::string& text) {
  BuildTask task;
  task.record.id = id;
  task.record.origin = id + ".txt";
  task.record.text = text;
  return task;
}

std::size_t articles_in(const std::vector<ArticleSpool*>& parts) {
  std::size_t articles = 0;
  for (const ArticleSpool* part : parts) articles += part->articles();
  return articles;
}

// No file of this process can grow beyond so many bytes while the object lives.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int) = SIG_DFL;
};

}  // namespace

TEST_CASE("Every task is done by one of the threads", "[indexer][build_pool]") {
  const unsigned threads = GENERATE(1U, 2U, 7U);
  const TemporaryFolder folder;
  auto pool = BuildPool::start(folder.path(), threads);
  REQUIRE(pool);
  for (int number = 0; number < 300; ++number) {
    REQUIRE(pool->submit(task_of("a" + std::to_string(number), "The harbour reopened today.")));
  }
  const auto outcome = pool->finish();
  REQUIRE(outcome);
  CHECK(outcome->parts.size() == threads);
  CHECK(articles_in(outcome->parts) == 300);
  CHECK(outcome->rejected.empty());
}

TEST_CASE("Versions of one article meet in order, whatever the threads do",
          "[indexer][build_pool]") {
  const TemporaryFolder folder;
  auto pool = BuildPool::start(folder.path(), 4);
  REQUIRE(pool);
  for (int version = 0; version < 50; ++version) {
    for (const char* id : {"a", "b", "c", "d", "e"}) {
      REQUIRE(pool->submit(task_of(id, "version" + std::to_string(version) + " of the report")));
    }
  }
  const auto outcome = pool->finish();
  REQUIRE(outcome);
  CHECK(articles_in(outcome->parts) == 5);
  for (const ArticleSpool* part : outcome->parts) {
    REQUIRE(part->for_each_record([](std::string_view record) -> Result<void> {
      CHECK(record.find("version49") != std::string_view::npos);
      return {};
    }));
  }
}

TEST_CASE("What cannot be built is rejected and replaces nothing", "[indexer][build_pool]") {
  const TemporaryFolder folder;
  auto pool = BuildPool::start(folder.path(), 2);
  REQUIRE(pool);
  BuildTask good = task_of("good", "The harbour reopened today.");
  good.published = ArticleLocation{0, 7};
  BuildTask bad = task_of("bad", "...");
  bad.published = ArticleLocation{0, 8};
  REQUIRE(pool->submit(std::move(good)));
  REQUIRE(pool->submit(std::move(bad)));
  const auto outcome = pool->finish();
  REQUIRE(outcome);
  CHECK(outcome->rejected == std::vector<std::string>{"bad.txt: no words in it"});
  REQUIRE(outcome->superseded.size() == 1);
  CHECK(outcome->superseded[0].docid == 7);
}

TEST_CASE("A pool that gets nothing to do finishes", "[indexer][build_pool]") {
  const TemporaryFolder folder;
  auto pool = BuildPool::start(folder.path(), 2);
  REQUIRE(pool);
  const auto outcome = pool->finish();
  REQUIRE(outcome);
  CHECK(articles_in(outcome->parts) == 0);
}

TEST_CASE("A pool can be left in the middle of its work", "[indexer][build_pool]") {
  const TemporaryFolder folder;
  auto pool = BuildPool::start(folder.path(), 2);
  REQUIRE(pool);
  for (int number = 0; number < 100; ++number) {
    REQUIRE(pool->submit(task_of("a" + std::to_string(number), "The harbour reopened today.")));
  }
}

TEST_CASE("Where spools cannot be made the pool does not start", "[indexer][build_pool]") {
  const auto pool = BuildPool::start("/nonexistent", 2);
  REQUIRE_FALSE(pool);
  CHECK(pool.error().message.find("/nonexistent/part-0") != std::string::npos);
}

TEST_CASE("A thread that fails ends the run with its reason", "[indexer][build_pool]") {
  const TemporaryFolder folder;
  auto pool = BuildPool::start(folder.path(), 1);
  REQUIRE(pool);
  const FileSizeLimit limit(100'000);
  std::string text;
  while (text.size() < 1'000'000) text += "The harbour reopened today. ";
  REQUIRE(pool->submit(task_of("large", text)));
  const auto outcome = pool->finish();
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().message ==
        "cannot write '" + (folder / "part-0/records").string() + "': File too large");
  CHECK_FALSE(pool->submit(task_of("more", "The harbour reopened today.")));
}

TEST_CASE("A pool tells how much memory its articles will need", "[indexer][build_pool]") {
  const TemporaryFolder folder;
  auto pool = BuildPool::start(folder.path(), 1);
  REQUIRE(pool);
  CHECK(pool->bytes() == 0);
  for (int number = 0; number < 1000; ++number) {
    REQUIRE(pool->submit(task_of("a" + std::to_string(number), "Word" + std::to_string(number))));
  }
  REQUIRE(pool->finish());
  CHECK(pool->bytes() > 500'000);
  CHECK(pool->bytes() < 2'000'000);
}

}  // namespace dateline
