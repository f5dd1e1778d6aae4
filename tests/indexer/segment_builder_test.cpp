// The same articles must give the same files whichever way they come into a segment: added by one
// thread or several, with little memory or much, merged, or made again from the database.
#include "indexer/segment_builder.h"

#include <map>

#include <catch2/catch.hpp>

#include "common/index/segment.h"
#include "common/index/snapshot.h"
#include "indexer/check_index.h"
#include "indexer/database_spool.h"
#include "indexer/delete_articles.h"
#include "indexer/optimize.h"
#include "indexer/segment_run.h"
#include "support/test_index.h"
#include "tests/indexer/adding.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kDerived = {kColumnsFile, kTermsFile, kTokensFile, kImpactsFile,
                                           kSketchesFile};

std::string lines_in_languages(int first, int last) {
  std::string lines;
  for (int number = first; number <= last; ++number) {
    const std::string id = std::to_string(number);
    lines += R"({"id": ")" + id + R"(", "language": ")" + (number % 3 == 0 ? "de" : "en") +
             R"(", "title": "Report )" + id + R"( of the harbour", "date": "2023-03-0)" +
             std::to_string(number % 9 + 1) + R"(", "text": "The ferry left at )" +
             std::to_string(number * number) + R"( and the storm came. It left again, number )" +
             std::to_string(number % 7) + R"(."})" + "\n";
  }
  return lines;
}

std::map<std::string, std::string> files_in(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& file : fs::recursive_directory_iterator(folder)) {
    if (!file.is_regular_file()) continue;
    files[fs::relative(file.path(), folder).generic_string()] = *read_file(file.path());
  }
  return files;
}

void check_equal(const std::map<std::string, std::string>& one,
                 const std::map<std::string, std::string>& other) {
  CHECK(one.size() == other.size());
  for (const auto& [name, bytes] : one) {
    CAPTURE(name);
    REQUIRE(other.contains(name));
    CHECK((other.at(name) == bytes));
  }
}

std::map<std::string, std::string> derived_again(const Segment& segment, const fs::path& folder,
                                                 std::size_t inversion_bytes) {
  fs::create_directories(folder);
  ArticleAnalyzer analyzer;
  const auto spool = spool_of_database(
      segment.database, [](std::uint32_t) { return true; }, folder, analyzer);
  REQUIRE(spool);
  const std::vector<const ArticleRun*> runs{spool->get()};
  REQUIRE(build_derived_files(runs, folder, segment.entry.uuid, inversion_bytes));
  std::map<std::string, std::string> files;
  for (const std::string& name : kDerived) files[name] = *read_file(folder / name);
  return files;
}

}  // namespace

TEST_CASE("Derived files hold the words that the database holds", "[indexer][segment_builder]") {
  const TestIndex index(std::vector<TestArticle>{
      {"a", "Rain in Oslo", "Rain fell in Oslo. It rained again.", "2023-03-01", {}, "en"},
      {"b", "Regen", "Der Regen fiel in Oslo.", "2023-03-01", {}, "de"}});
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  const Segment& segment = snapshot->segments.at(0);
  REQUIRE(segment.terms);
  std::uint64_t occurrences = 0;
  for (TermId id = 0; id < segment.terms->size(); ++id) {
    occurrences += segment.terms->occurrences(id);
  }
  CHECK(occurrences == segment.entry.title_words + segment.entry.body_words);
  const auto english = segment.terms->find(segment.columns.language(1), "oslo");
  const auto german = segment.terms->find(segment.columns.language(2), "oslo");
  REQUIRE(english);
  REQUIRE(german);
  CHECK(*english != *german);
  CHECK(segment.terms->occurrences(*english) == 2);
  CHECK(segment.terms->articles(*english) == 1);
}

TEST_CASE("Xapian finds the words of all languages, of titles and texts apart",
          "[indexer][segment_builder]") {
  const TestIndex index(std::vector<TestArticle>{
      {"a", "Rain in Oslo", "Rain fell in Oslo. It rained again.", "2023-03-01", {}, "en"},
      {"b", "Regen", "Der Regen fiel in Oslo.", "2023-03-01", {}, "de"}});
  const Xapian::Database database((index.path() / "segment-000001/xapian").string());
  const auto postings = [&database](const std::string& term) {
    std::map<Xapian::docid, Xapian::termcount> found;
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
      found[*at] = at.get_wdf();
    }
    return found;
  };
  using Postings = std::map<Xapian::docid, Xapian::termcount>;
  CHECK(postings("oslo") == Postings{{1, 1}, {2, 1}});
  CHECK(postings("rain") == Postings{{1, 2}});
  CHECK(postings("Soslo") == Postings{{1, 1}});
  CHECK(postings("Sreg") == Postings{{2, 1}});
  CHECK(postings("Lde") == Postings{{2, 0}});
  CHECK(database.get_doclength(1) == 10);
}

TEST_CASE("The number of threads does not matter, nor does the memory",
          "[indexer][segment_builder]") {
  const TemporaryFolder folder;
  add_lines(folder / "one", lines_in_languages(1, 200), 1);
  const auto snapshot = open_snapshot(folder / "one");
  REQUIRE(snapshot);
  const Segment& segment = snapshot->segments.at(0);
  const SegmentRun run(segment, folder / "one/segment-000001/xapian");
  const std::vector<const ArticleRun*> runs{&run};
  const std::size_t inversion_bytes = GENERATE(1U, 4000U, 1U << 20);
  fs::create_directory(folder / "again");
  const auto entry = build_segment(runs, folder / "again", inversion_bytes);
  REQUIRE(entry);
  CHECK(entry->uuid == segment.entry.uuid);
  CHECK(entry->title_words == segment.entry.title_words);
  CHECK(entry->body_words == segment.entry.body_words);
  check_equal(files_in(folder / "one/segment-000001"), files_in(folder / "again"));

  add_lines(folder / "two", lines_in_languages(1, 200), 3);
  CHECK(live_articles(folder / "two") == live_articles(folder / "one"));
  CHECK(check_index(folder / "two")->problems.empty());
}

TEST_CASE("Files derived from the database again are the same", "[indexer][segment_builder]") {
  const TemporaryFolder folder;
  add_lines(folder / "index", lines_in_languages(1, 150), 2);
  const auto snapshot = open_snapshot(folder / "index");
  REQUIRE(snapshot);
  auto files = files_in(folder / "index/segment-000001");
  std::erase_if(files, [](const auto& file) { return file.first.starts_with("xapian/"); });
  check_equal(files, derived_again(snapshot->segments.at(0), folder / "again", 1 << 20));
}

TEST_CASE(
    "Merged without being analysed, articles have the files that they would get from the "
    "merged database",
    "[indexer][segment_builder]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  add_lines(index, lines_in_languages(1, 60));
  add_lines(index, lines_in_languages(61, 100), 2);
  add_lines(index, lines_in_languages(40, 70) + article_lines(1, 20));
  REQUIRE(delete_articles(index, {"3", "61", "a7", "100"}));
  const auto before = live_articles(index);
  const auto summary = optimize_index(index);
  REQUIRE(summary);
  CHECK(summary->segments_after == 1);
  CHECK(live_articles(index) == before);
  CHECK(check_index(index)->problems == std::vector<std::string>{});

  const auto snapshot = open_snapshot(index);
  REQUIRE(snapshot);
  const Segment& segment = snapshot->segments.at(0);
  auto files = files_in(index / segment.entry.name);
  std::erase_if(files, [](const auto& file) { return file.first.starts_with("xapian/"); });
  check_equal(files, derived_again(segment, folder / "again", 1 << 20));
  CHECK(Xapian::Database::check((index / segment.entry.name / "xapian").string(), 0, nullptr) == 0);
}

}  // namespace dateline
