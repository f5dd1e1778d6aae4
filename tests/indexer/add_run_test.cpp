#include "indexer/add_run.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "common/index/snapshot.h"
#include "indexer/check_index.h"
#include "indexer/index_lock.h"
#include "tests/indexer/adding.h"
#include "tests/support/gzip.h"

namespace dateline {

TEST_CASE("The first run adds every article", "[indexer][add_run]") {
  const TemporaryFolder index;
  const Added added = add_lines(index.path(), article_lines(1, 20));
  CHECK(added.summary.added == 20);
  CHECK(added.summary.updated == 0);
  CHECK(added.summary.rejected == 0);
  CHECK(added.summary.generation == 1);
  CHECK(added.summary.bytes == article_lines(1, 20).size());
  CHECK(added.messages.empty());
  CHECK(live_articles(index.path()).size() == 20);
}

TEST_CASE("Articles that have not changed are left alone", "[indexer][add_run]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 20));
  const auto before = live_articles(index.path());
  const Added again = add_lines(index.path(), article_lines(1, 20));
  CHECK(again.summary.unchanged == 20);
  CHECK(again.summary.added + again.summary.updated == 0);
  CHECK(again.summary.generation == 1);
  CHECK(live_articles(index.path()) == before);
}

TEST_CASE("A changed article takes the place of the older one", "[indexer][add_run]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 20));
  const auto before = live_articles(index.path());
  const Added added = add_lines(index.path(), article_lines(1, 5, 2) + article_lines(6, 25));
  CHECK(added.summary.updated == 5);
  CHECK(added.summary.added == 5);
  CHECK(added.summary.unchanged == 15);
  CHECK(added.summary.generation == 2);
  const auto after = live_articles(index.path());
  CHECK(after.size() == 25);
  CHECK(after.at("a1") != before.at("a1"));
  CHECK(after.at("a6") == before.at("a6"));
}

TEST_CASE("An article can change back", "[indexer][add_run]") {
  const TemporaryFolder index;
  for (const int version : {1, 2, 1, 3, 1}) {
    add_lines(index.path(), article_line("a", version) + article_line("b"));
  }
  const TemporaryFolder fresh;
  add_lines(fresh.path(), article_line("a", 1) + article_line("b"));
  CHECK(live_articles(index.path()) == live_articles(fresh.path()));
}

TEST_CASE("Of two records with one id in a run the later counts", "[indexer][add_run]") {
  const TemporaryFolder index;
  const Added added = add_lines(
      index.path(), article_line("a", 1) + article_line("b", 1) + article_line("a", 2), 2);
  CHECK(added.summary.added == 2);
  REQUIRE(added.messages.size() == 1);
  CHECK(added.messages[0].ends_with(
      "lines.jsonl:3: id 'a' was in this run before; this record replaces the earlier one"));
  const TemporaryFolder fresh;
  add_lines(fresh.path(), article_line("a", 2) + article_line("b", 1));
  CHECK(live_articles(index.path()) == live_articles(fresh.path()));
}

TEST_CASE("The same record twice in a run counts once", "[indexer][add_run]") {
  const TemporaryFolder index;
  const Added added = add_lines(index.path(), article_line("a") + article_line("a"));
  CHECK(added.summary.added == 1);
  CHECK(added.summary.unchanged == 1);
  CHECK(added.messages.empty());
}

TEST_CASE("A run that changes an article and changes it back leaves it as it was",
          "[indexer][add_run]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_line("a", 1));
  const auto before = live_articles(index.path());
  add_lines(index.path(), article_line("a", 2) + article_line("a", 1));
  CHECK(live_articles(index.path()) == before);
}

TEST_CASE("Bad records are reported in order of their lines and the rest is indexed",
          "[indexer][add_run]") {
  const TemporaryFolder index;
  const Added added = add_lines(
      index.path(), article_line("a") + "rubbish\n" + article_line("b") + "{\"text\": \"...\"}\n");
  CHECK(added.summary.added == 2);
  CHECK(added.summary.rejected == 2);
  REQUIRE(added.messages.size() == 2);
  CHECK(added.messages[0].ends_with("lines.jsonl:2: not JSON at byte 1: invalid literal"));
  CHECK(added.messages[1].ends_with("lines.jsonl:4: no words in it"));
  CHECK(live_articles(index.path()).size() == 2);
}

TEST_CASE("A bad new version leaves the published one in place", "[indexer][add_run]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_line("a"));
  const auto before = live_articles(index.path());
  const Added added = add_lines(index.path(), "{\"id\": \"a\", \"text\": \"...\"}\n");
  CHECK(added.summary.rejected == 1);
  CHECK(live_articles(index.path()) == before);
}

TEST_CASE("Inputs that cannot be read count as rejected", "[indexer][add_run]") {
  const TemporaryFolder index;
  const TemporaryFolder input;
  const std::string good = input.write("good.jsonl", article_line("a")).string();
  const Added added = add_inputs(index.path(), {"/nonexistent/x.txt", good});
  CHECK(added.summary.added == 1);
  CHECK(added.summary.rejected == 1);
  CHECK(added.messages ==
        std::vector<std::string>{"/nonexistent/x.txt: No such file or directory"});
}

TEST_CASE("A run without anything to index makes an empty index", "[indexer][add_run]") {
  const TemporaryFolder index;
  const TemporaryFolder input;
  const Added added = add_inputs(index.path(), {input.path().string()});
  CHECK(added.summary.added == 0);
  CHECK(added.summary.generation == 1);
  CHECK(live_articles(index.path()).empty());
}

TEST_CASE("With too little memory a run makes several segments and one publication",
          "[indexer][add_run]") {
  const std::string lines = article_lines(1, 200) + article_lines(150, 160, 2);
  const TemporaryFolder index;
  const TemporaryFolder whole;
  add_lines(index.path(), article_lines(10, 20, 7));
  add_lines(whole.path(), article_lines(10, 20, 7) + lines);
  const TemporaryFolder input;
  const std::string path = input.write("lines.jsonl", lines).string();
  const auto summary = run_add(
      {index.path(), {path}, 2, [](const std::string&) {}, [](const AddProgress&) {}, {}, 1});
  REQUIRE(summary);
  CHECK(summary->added == 189);
  CHECK(summary->updated == 11);
  CHECK(live_articles(index.path()) == live_articles(whole.path()));
  const auto report = check_index(index.path());
  REQUIRE(report);
  CHECK(report->problems == std::vector<std::string>{});
}

TEST_CASE("Threads do not change what is indexed", "[indexer][add_run]") {
  const std::string lines =
      article_lines(1, 200) + article_lines(50, 60, 2) + "rubbish\n" + article_lines(1, 3, 3);
  const TemporaryFolder one;
  const TemporaryFolder many;
  const Added first = add_lines(one.path(), lines, 1);
  const Added second = add_lines(many.path(), lines, 8);
  CHECK(live_articles(one.path()) == live_articles(many.path()));
  CHECK(first.summary.added == second.summary.added);
  CHECK(first.messages.size() == second.messages.size());
}

TEST_CASE("Every kind of input is read in one run", "[indexer][add_run]") {
  const TemporaryFolder index;
  const TemporaryFolder input;
  input.write("a.txt", "The harbour reopened on Tuesday.");
  input.write("b.txt.gz", gzip("Ferries left again in the morning."));
  input.write("c.jsonl", article_line("c"));
  input.write("d/e.ndjson.gz", gzip(article_line("e") + article_line("f")));
  input.write("picture.png", "no article");
  const Added added = add_inputs(index.path(), {input.path().string()});
  CHECK(added.summary.added == 5);
  CHECK(added.summary.passed_over == 1);
  CHECK(added.summary.rejected == 0);
}

TEST_CASE("Progress counts records and bytes up to the total", "[indexer][add_run]") {
  const TemporaryFolder index;
  const TemporaryFolder input;
  const std::string path = input.write("a.jsonl", article_lines(1, 10) + "rubbish\n").string();
  std::vector<AddProgress> seen;
  const auto summary = run_add({index.path(),
                                {path},
                                1,
                                [](const std::string&) {},
                                [&seen](const AddProgress& now) { seen.push_back(now); }});
  REQUIRE(summary);
  REQUIRE(seen.size() == 11);
  CHECK(seen.back().records == 11);
  CHECK(seen.back().bytes == seen.back().total_bytes);
  CHECK(seen.back().total_bytes == std::filesystem::file_size(path));
}

TEST_CASE("What makes the article up is stored and found again", "[indexer][add_run]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_line("a"));
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  const Segment& segment = snapshot->segments.at(0);
  const auto loaded = load_article(segment, *find_article(segment, "a"));
  REQUIRE(loaded);
  CHECK(loaded->article.title == "Harbour of a reopens");
  CHECK(loaded->article.text.find("markera version1") != std::string::npos);
  CHECK(loaded->article.source == "example.org");
}

TEST_CASE("An index that is being written is left to its writer", "[indexer][add_run]") {
  const TemporaryFolder index;
  const auto lock = IndexLock::acquire(index.path());
  REQUIRE(lock);
  const auto summary =
      run_add({index.path(), {"x.txt"}, 1, [](const std::string&) {}, [](const AddProgress&) {}});
  REQUIRE_FALSE(summary);
  CHECK(summary.error().kind == ErrorKind::kLocked);
}

}  // namespace dateline
