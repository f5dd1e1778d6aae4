#include "common/index/columns.h"

#include <cstring>
#include <random>

#include <catch2/catch.hpp>

#include "tests/support/articles.h"
#include "tests/support/damage.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

constexpr const char* kUuid = "cc47c5b1-1836-4217-a86a-db0bd69a4cbd";

IndexedArticle dated(const std::string& id, const Date& date) {
  IndexedArticle indexed = an_article(id);
  indexed.article.date.date = date;
  return indexed;
}

// Articles 1, 2 and 5 of a segment.
std::string three_articles() {
  ColumnsBuilder builder;
  builder.add(1, an_article("first"));
  IndexedArticle second = dated("second", {2021, 5, 0});
  second.article.source = "another.example";
  second.article.language = "az";
  second.article.countries = {{}, std::nullopt, {}, "", {}};
  second.content_hash = 42;
  builder.add(2, second);
  builder.add(5, dated("fifth", {0, 2, 28}));
  return builder.encode(kUuid);
}

// Asks everything of every row, and of rows that are not there.
std::uint64_t read_everything(const Columns& columns) {
  std::uint64_t sum = columns.sources().size() + columns.languages().size();
  const auto read_row = [&](std::uint32_t docid) {
    sum += columns.present(docid) ? 1U : 0U;
    for (const char c : columns.id(docid)) sum += static_cast<unsigned char>(c);
    for (const std::uint16_t country : columns.countries(docid)) sum += country;
    sum += columns.content_hash(docid) + columns.title_words(docid) + columns.body_words(docid) +
           columns.primary_country(docid) + columns.source(docid) + columns.language(docid);
    sum += to_iso(columns.date(docid)).size();
    if (const auto days = columns.days(docid)) sum += static_cast<std::uint32_t>(days->first);
  };
  for (std::uint32_t docid = 0; docid <= std::min(columns.last_docid(), 50U); ++docid) {
    read_row(docid);
  }
  for (const std::uint32_t docid : {columns.last_docid(), columns.last_docid() + 1, ~0U}) {
    read_row(docid);
  }
  return sum;
}

// The header's bytes, as FORMAT.md has them.
constexpr std::size_t kCrcAt = 44;
constexpr std::size_t kSectionsAt = 48;
constexpr std::size_t kHeaderBytes = kSectionsAt + 16 * 16;

void mend_checksum(std::string& file) {
  file.replace(kCrcAt, 4, 4, '\0');
  const std::uint32_t crc = crc32_of(std::string_view(file).substr(0, kHeaderBytes));
  std::memcpy(file.data() + kCrcAt, &crc, sizeof crc);
}

}  // namespace

TEST_CASE("Columns hold of every article what was put in", "[index][columns]") {
  const TemporaryFolder folder;
  const auto columns = Columns::open(folder.write("columns", three_articles()), kUuid);
  REQUIRE(columns);
  CHECK(columns->last_docid() == 5);

  CHECK(columns->present(1));
  CHECK(columns->id(1) == "first");
  CHECK(columns->content_hash(1) == 0x0123456789abcdefULL);
  CHECK(columns->date(1) == Date{2023, 3, 1});
  CHECK(columns->days(1) == interval_of({2023, 3, 1}));
  CHECK(columns->title_words(1) == 3);
  CHECK(columns->body_words(1) == 10);
  REQUIRE(columns->countries(1).size() == 2);
  CHECK(CountryCode::from_packed(columns->countries(1)[1]).str() == "CU");
  CHECK(CountryCode::from_packed(columns->primary_country(1)).str() == "AZ");
  CHECK(columns->sources()[columns->source(1)] == "example.org");
  CHECK(columns->languages()[columns->language(1)] == "en");

  CHECK(columns->id(2) == "second");
  CHECK(columns->content_hash(2) == 42);
  CHECK(columns->days(2) == interval_of({2021, 5, 0}));
  CHECK(columns->countries(2).empty());
  CHECK(columns->primary_country(2) == 0);
  CHECK(columns->sources()[columns->source(2)] == "another.example");
  CHECK(columns->languages()[columns->language(2)] == "az");
}

TEST_CASE("A date of which only the day is known keeps it and has no days", "[index][columns]") {
  const TemporaryFolder folder;
  const auto columns = Columns::open(folder.write("columns", three_articles()), kUuid);
  REQUIRE(columns);
  CHECK(columns->date(5) == Date{0, 2, 28});
  CHECK_FALSE(columns->days(5));
}

TEST_CASE("Dates of every precision come back", "[index][columns]") {
  const auto date = GENERATE(Date{}, Date{0, 2, 29}, Date{2023, 0, 0}, Date{2023, 12, 0},
                             Date{2023, 12, 31}, Date{1, 1, 1}, Date{9999, 12, 31});
  ColumnsBuilder builder;
  builder.add(1, dated("x", date));
  const TemporaryFolder folder;
  const auto columns = Columns::open(folder.write("columns", builder.encode(kUuid)), kUuid);
  REQUIRE(columns);
  CHECK(columns->date(1) == date);
  CHECK(columns->days(1) == interval_of(date));
}

TEST_CASE("A docid that no article has reads as an absent article", "[index][columns]") {
  const TemporaryFolder folder;
  const auto columns = Columns::open(folder.write("columns", three_articles()), kUuid);
  REQUIRE(columns);
  const std::uint32_t docid = GENERATE(0U, 3U, 4U, 6U, 1'000'000U, 4294967295U);
  CAPTURE(docid);
  CHECK_FALSE(columns->present(docid));
  CHECK(columns->id(docid).empty());
  CHECK(columns->countries(docid).empty());
  CHECK_FALSE(columns->days(docid));
  CHECK(columns->date(docid) == Date{});
}

TEST_CASE("Columns of no articles can be read", "[index][columns]") {
  const TemporaryFolder folder;
  const auto path = folder.write("columns", ColumnsBuilder().encode(kUuid));
  const auto columns = Columns::open(path, kUuid);
  REQUIRE(columns);
  CHECK(columns->last_docid() == 0);
  CHECK_FALSE(columns->present(1));
}

TEST_CASE("A name with a line end stays one name", "[index][columns]") {
  IndexedArticle article = an_article("x");
  article.article.source = "two\nlines";
  ColumnsBuilder builder;
  builder.add(1, article);
  const TemporaryFolder folder;
  const auto columns = Columns::open(folder.write("columns", builder.encode(kUuid)), kUuid);
  REQUIRE(columns);
  CHECK(columns->sources() == std::vector<std::string>{"two lines"});
}

TEST_CASE("The same articles give the same bytes", "[index][columns]") {
  CHECK(three_articles() == three_articles());
}

TEST_CASE("Columns of another database are refused with a way out", "[index][columns]") {
  const TemporaryFolder folder;
  const auto path = folder.write("columns", three_articles());
  const auto columns = Columns::open(path, "dd47c5b1-1836-4217-a86a-db0bd69a4cbd");
  REQUIRE_FALSE(columns);
  CHECK(columns.error().kind == ErrorKind::kCorrupt);
  CHECK(columns.error().message == "'" + path.string() +
                                       "' is not the columns file of its segment; make it again "
                                       "with: dateline-index rebuild");
}

TEST_CASE("A missing columns file is missing, not damaged", "[index][columns]") {
  const auto columns = Columns::open("/nonexistent/columns", kUuid);
  REQUIRE_FALSE(columns);
  CHECK(columns.error().kind == ErrorKind::kMissing);
}

TEST_CASE("Damaged columns are refused or read as some values", "[index][columns]") {
  const TemporaryFolder folder;
  for_each_damaged(three_articles(), 3000, [&](const std::string& damaged) {
    const auto columns = Columns::open(folder.write("columns", damaged), kUuid);
    if (columns) {
      read_everything(*columns);
    } else {
      REQUIRE(columns.error().kind == ErrorKind::kCorrupt);
    }
  });
}

TEST_CASE("Columns made to mislead never read beyond the file", "[index][columns]") {
  const TemporaryFolder folder;
  std::mt19937_64 random(11);
  const std::string good = three_articles();
  std::size_t opened = 0;
  for (int count = 0; count < 3000; ++count) {
    std::string evil = good;
    for (int changes = 0; changes < 3; ++changes) {  // offsets and sizes of sections
      const std::uint64_t small = random() % (good.size() + 16) / 8 * 8;
      const std::uint64_t value = random() % 4 == 0 ? random() : small;
      std::memcpy(evil.data() + kSectionsAt + random() % 32 * 8, &value, sizeof value);
    }
    for (int changes = 0; changes < 4; ++changes) {  // ends of rows, numbers of names
      evil[kHeaderBytes + random() % (evil.size() - kHeaderBytes)] = static_cast<char>(random());
    }
    mend_checksum(evil);
    const auto columns = Columns::open(folder.write("columns", evil), kUuid);
    if (!columns) continue;
    ++opened;
    read_everything(*columns);
  }
  CHECK(opened > 100);  // else the test would show nothing
}

}  // namespace dateline
