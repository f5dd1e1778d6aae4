#include "indexer/derived_files.h"

#include <catch2/catch.hpp>

#include "common/index/segment.h"
#include "common/index/snapshot.h"
#include "support/test_index.h"

namespace dateline {

TEST_CASE("Derived files hold the words that the database holds", "[indexer][derived_files]") {
  const TestIndex index(std::vector<TestArticle>{
      {"a", "Rain in Oslo", "Rain fell in Oslo. It rained again.", "2023-03-01", {}, "en"},
      {"b", "Regen", "Der Regen fiel in Oslo.", "2023-03-01", {}, "de"}});
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  const Segment& segment = snapshot->segments.at(0);
  REQUIRE(segment.terms);
  std::uint64_t occurrences = 0;
  for (TermId id = 0; id < segment.terms->size(); ++id)
    occurrences += segment.terms->occurrences(id);
  CHECK(occurrences == segment.entry.title_words + segment.entry.body_words);
  const auto english = segment.terms->find(segment.columns.language(1), "oslo");
  const auto german = segment.terms->find(segment.columns.language(2), "oslo");
  REQUIRE(english);
  REQUIRE(german);
  CHECK(*english != *german);
  CHECK(segment.terms->occurrences(*english) == 2);
  CHECK(segment.terms->articles(*english) == 1);
}

TEST_CASE("Derived files are the same whenever they are made", "[indexer][derived_files]") {
  const TestIndex index(std::vector<TestArticle>{{"a", "One", "Two three.", "2023-03-01", {}}});
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  const Segment& segment = snapshot->segments.at(0);
  const TemporaryFolder again;
  REQUIRE(write_derived_files(segment.database, again.path()));
  std::size_t files = 0;
  for (const auto& file : std::filesystem::directory_iterator(again.path())) {
    const std::string name = file.path().filename().string();
    CAPTURE(name);
    const auto digest = digest_file(file.path());
    REQUIRE(digest);
    REQUIRE(segment.entry.files.contains(name));
    CHECK(segment.entry.files.at(name) == *digest);
    ++files;
  }
  CHECK(files >= 2);
}

TEST_CASE("An index without the files it can do without opens", "[indexer][derived_files]") {
  const TestIndex index(std::vector<TestArticle>{{"a", "One", "Two three.", "2023-03-01", {}}});
  std::filesystem::remove(index.path() / "segment-000001" / kTermsFile);
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  CHECK_FALSE(snapshot->segments.at(0).terms);
}

}  // namespace dateline
