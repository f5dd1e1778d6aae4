#include "indexer/index_writer.h"

#include <array>
#include <set>

#include <catch2/catch.hpp>

#include "indexer/article_spool.h"
#include "tests/indexer/adding.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;
using IfMissing = IndexWriter::IfMissing;

IndexWriter writer_of(const fs::path& index) {
  auto writer = IndexWriter::open(index, IfMissing::kCreate);
  if (!writer) FAIL(writer.error().message);
  return *std::move(writer);
}

using Earlier = IndexWriter::Earlier;

std::uint64_t published(IndexWriter& writer, Earlier earlier = Earlier::kKeep) {
  const auto generation = writer.publish(earlier);
  if (!generation) FAIL(generation.error().message);
  return *generation;
}

// One article on its way into a segment.
class SmallRun {
 public:
  SmallRun(IndexWriter& writer, const std::string& id) {
    const auto workshop = writer.workshop();
    REQUIRE(workshop);
    auto spool = ArticleSpool::create(*workshop, analyzer_.vocabulary());
    REQUIRE(spool);
    spool_ = std::move(*spool);
    runs_[0] = spool_.get();
    const IndexedArticle article = an_article(id);
    REQUIRE(spool_->add(1, encode_article(article), analyzer_.analyze(article.article)));
    REQUIRE(spool_->finish());
  }
  ArticleRuns runs() const { return runs_; }

 private:
  ArticleAnalyzer analyzer_;
  std::unique_ptr<ArticleSpool> spool_;
  std::array<const ArticleRun*, 1> runs_{};
};

}  // namespace

TEST_CASE("A new index is made, folders on the way included", "[indexer][index_writer]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "a/b/news.index";
  {
    IndexWriter writer = writer_of(index);
    CHECK(published(writer) == 1);
  }
  CHECK(names_in(index) == std::set<std::string>{"LOCK", "MANIFEST"});
  CHECK(live_articles(index).empty());
}

TEST_CASE("What is not there is made only when asked for", "[indexer][index_writer]") {
  const TemporaryFolder folder;
  const auto writer = IndexWriter::open(folder / "none", IfMissing::kFail);
  REQUIRE_FALSE(writer);
  CHECK(writer.error().kind == ErrorKind::kMissing);
  CHECK_FALSE(fs::exists(folder / "none"));
}

TEST_CASE("A folder with other things in it is no place for an index", "[indexer][index_writer]") {
  const TemporaryFolder folder;
  folder.write("letters.txt", "dear");
  const auto writer = IndexWriter::open(folder.path(), IfMissing::kCreate);
  REQUIRE_FALSE(writer);
  CHECK(writer.error().kind == ErrorKind::kRequest);
  CHECK(writer.error().message == "'" + folder.path().string() +
                                      "' holds other files and no index; name a new or an empty "
                                      "folder");
  CHECK(names_in(folder.path()) == std::set<std::string>{"letters.txt"});
}

TEST_CASE("Where a file stands there can be no index", "[indexer][index_writer]") {
  const TemporaryFolder folder;
  const fs::path file = folder.write("news.index", "words");
  const auto writer = IndexWriter::open(file, IfMissing::kCreate);
  REQUIRE_FALSE(writer);
  CHECK(writer.error().message ==
        "cannot make the folder '" + file.string() + "': Not a directory");
}

TEST_CASE("What another program wrote is not written over", "[indexer][index_writer]") {
  const TemporaryFolder index;
  const auto [manifest, kind] = GENERATE(table<std::string, ErrorKind>({
      {"rubbish", ErrorKind::kCorrupt},
      {R"({"dateline": "index", "format": 99})", ErrorKind::kVersion},
  }));
  index.write("MANIFEST", manifest);
  const auto writer = IndexWriter::open(index.path(), IfMissing::kCreate);
  REQUIRE_FALSE(writer);
  CHECK(writer.error().kind == kind);
  CHECK(fs::file_size(index / "MANIFEST") == manifest.size());
}

TEST_CASE("One writer at a time", "[indexer][index_writer]") {
  const TemporaryFolder index;
  {
    const IndexWriter first = writer_of(index.path());
    const auto second = IndexWriter::open(index.path(), IfMissing::kCreate);
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == ErrorKind::kLocked);
  }
  CHECK(IndexWriter::open(index.path(), IfMissing::kCreate));
}

TEST_CASE("An adopted run is a segment after the publication, not before",
          "[indexer][index_writer]") {
  const TemporaryFolder index;
  IndexWriter writer = writer_of(index.path());
  const auto articles = writer.adopt(SmallRun(writer, "one").runs());
  REQUIRE(articles);
  CHECK(*articles == 1);
  CHECK(read_manifest(index.path()).error().kind == ErrorKind::kMissing);
  CHECK(published(writer) == 1);
  CHECK(live_articles(index.path()).count("one") == 1);
  CHECK(names_in(index.path()) ==
        std::set<std::string>{"LOCK", "MANIFEST", "groups-000001", "segment-000001"});
}

TEST_CASE("A writer that does not publish changes nothing and cleans up behind itself",
          "[indexer][index_writer]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 3));
  const auto before = live_articles(index.path());
  const auto names = names_in(index.path());
  {
    IndexWriter writer = writer_of(index.path());
    REQUIRE(writer.adopt(SmallRun(writer, "one").runs()));
    REQUIRE(writer.bury(*writer.find("a2")));
    const IndexWriter moved = std::move(writer);
  }
  CHECK(live_articles(index.path()) == before);
  CHECK(names_in(index.path()) == names);
}

TEST_CASE("Without a change there is no new generation", "[indexer][index_writer]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 3));
  IndexWriter writer = writer_of(index.path());
  CHECK(published(writer) == 1);
}

TEST_CASE("A buried article is deleted with the publication, and once", "[indexer][index_writer]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 3));
  {
    IndexWriter writer = writer_of(index.path());
    const auto location = writer.find("a2");
    REQUIRE(location);
    CHECK(writer.bury(*location));
    CHECK_FALSE(writer.bury(*location));
    CHECK(live_articles(index.path()).size() == 3);
    CHECK(published(writer) == 2);
  }
  CHECK(live_articles(index.path()).count("a2") == 0);
  CHECK(live_articles(index.path()).size() == 2);
  CHECK_FALSE(writer_of(index.path()).find("a2"));
}

TEST_CASE("Tombstones add up over generations", "[indexer][index_writer]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 4));
  for (const char* id : {"a1", "a3"}) {
    IndexWriter writer = writer_of(index.path());
    REQUIRE(writer.bury(*writer.find(id)));
    published(writer, Earlier::kDrop);
  }
  CHECK(live_articles(index.path()).size() == 2);
  CHECK(names_in(index.path()) == std::set<std::string>{"LOCK", "MANIFEST", "segment-000001",
                                                        "deleted-000001-000003", "groups-000003"});
}

TEST_CASE("The generation before stays readable if it is kept, with those kept before it",
          "[indexer][index_writer]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 3));
  const auto articles_of = [&](std::uint64_t generation) {
    const auto snapshot = open_kept_snapshot(index.path(), generation);
    return snapshot ? snapshot->live_articles() : 0;
  };
  const auto delete_article = [&](const char* id, Earlier earlier) {
    IndexWriter writer = writer_of(index.path());
    REQUIRE(writer.bury(*writer.find(id)));
    published(writer, earlier);
  };
  CHECK(articles_of(1) == 0);  // it is the newest
  delete_article("a1", Earlier::kKeep);
  CHECK(articles_of(1) == 3);
  delete_article("a2", Earlier::kKeep);
  CHECK(articles_of(1) == 3);
  CHECK(articles_of(2) == 2);
  delete_article("a3", Earlier::kDrop);
  CHECK(articles_of(1) == 0);
  CHECK(articles_of(2) == 0);
  CHECK(names_in(index.path()) == std::set<std::string>{"LOCK", "MANIFEST"});
}

TEST_CASE("A segment of which nothing is left goes at once", "[indexer][index_writer]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 2));
  IndexWriter writer = writer_of(index.path());
  REQUIRE(writer.bury(*writer.find("a1")));
  REQUIRE(writer.bury(*writer.find("a2")));
  published(writer, Earlier::kDrop);
  CHECK(names_in(index.path()) == std::set<std::string>{"LOCK", "MANIFEST"});
}

TEST_CASE("The numbers of segments are never used again", "[indexer][index_writer]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 1));
  {
    IndexWriter writer = writer_of(index.path());
    REQUIRE(writer.bury(*writer.find("a1")));
    published(writer);
  }
  add_lines(index.path(), article_lines(1, 1));
  CHECK(names_in(index.path()).count("segment-000002") == 1);
}

TEST_CASE("What a killed writer left is removed by the next", "[indexer][index_writer]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 3));
  const auto names = names_in(index.path());
  for (const char* left :
       {"building/part-0/x", "segment-000002/xapian/x", "deleted-000001-000002", "MANIFEST.new"}) {
    index.write(left, "half");
  }
  { const IndexWriter writer = writer_of(index.path()); }
  CHECK(names_in(index.path()) == names);
}

TEST_CASE("A killed first run leaves a folder that can be used", "[indexer][index_writer]") {
  const TemporaryFolder index;
  index.write("LOCK", "process 1 on nowhere");
  index.write("building/part-0/x", "half");
  index.write("segment-000001/columns", "half");
  CHECK(add_lines(index.path(), article_lines(1, 3)).summary.added == 3);
}

TEST_CASE("Some segments can give way, with what was deleted in them", "[indexer][index_writer]") {
  const TemporaryFolder index;
  add_lines(index.path(), article_lines(1, 3));
  add_lines(index.path(), article_lines(4, 6));
  {
    IndexWriter writer = writer_of(index.path());
    CHECK(writer.bury(*writer.find("a1")));
    CHECK(writer.bury(*writer.find("a5")));
    writer.drop(std::vector<std::size_t>{0});
    REQUIRE(writer.adopt(SmallRun(writer, "new").runs()));
    published(writer);
  }
  const auto live = live_articles(index.path());
  CHECK(live.size() == 3);
  CHECK(live.count("a4") + live.count("a6") + live.count("new") == 3);
}

}  // namespace dateline
