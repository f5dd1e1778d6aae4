#include "indexer/build_pool.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "common/index/schema.h"
#include "common/index/segment.h"
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

std::size_t documents_in(const std::vector<std::filesystem::path>& parts) {
  std::size_t documents = 0;
  for (const auto& part : parts) documents += Xapian::Database(part.string()).get_doccount();
  return documents;
}

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
  CHECK(documents_in(outcome->parts) == 300);
  CHECK(outcome->rejected.empty());
}

TEST_CASE("Versions of one article meet in order, whatever the threads do",
          "[indexer][build_pool]") {
  const TemporaryFolder folder;
  auto pool = BuildPool::start(folder.path(), 4);
  REQUIRE(pool);
  for (int version = 0; version < 50; ++version) {
    for (const char* id : {"a", "b", "c", "d", "e"}) {
      BuildTask task = task_of(id, "version" + std::to_string(version) + " of the report");
      if (version > 0) task.earlier = SegmentWriter::Earlier::kReplace;
      REQUIRE(pool->submit(std::move(task)));
    }
  }
  const auto outcome = pool->finish();
  REQUIRE(outcome);
  CHECK(documents_in(outcome->parts) == 5);
  for (const auto& part : outcome->parts) {
    const Xapian::Database database(part.string());
    CHECK(database.get_termfreq("version49") == database.get_doccount());
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
  CHECK(documents_in(outcome->parts) == 0);
}

TEST_CASE("A pool can be left in the middle of its work", "[indexer][build_pool]") {
  const TemporaryFolder folder;
  auto pool = BuildPool::start(folder.path(), 2);
  REQUIRE(pool);
  for (int number = 0; number < 100; ++number) {
    REQUIRE(pool->submit(task_of("a" + std::to_string(number), "The harbour reopened today.")));
  }
}

TEST_CASE("Where databases cannot be made the pool does not start", "[indexer][build_pool]") {
  const auto pool = BuildPool::start("/nonexistent", 2);
  REQUIRE_FALSE(pool);
  CHECK(pool.error().message.find("/nonexistent/part-0") != std::string::npos);
}

TEST_CASE("A thread that fails ends the run with its reason", "[indexer][build_pool]") {
  const TemporaryFolder folder;
  auto pool = BuildPool::start(folder.path(), 1);
  REQUIRE(pool);
  BuildTask task = task_of("not UTF-8 \xFF", "The harbour reopened today.");
  REQUIRE(pool->submit(std::move(task)));
  const auto outcome = pool->finish();
  REQUIRE_FALSE(outcome);
  CHECK_FALSE(outcome.error().message.empty());
  CHECK_FALSE(pool->submit(task_of("more", "The harbour reopened today.")));
}

}  // namespace dateline
