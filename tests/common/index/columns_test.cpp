#include "common/index/columns.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <map>
#include <random>

#include <catch2/catch.hpp>

#include "common/index/columns_writer.h"
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
  for (const std::uint32_t docid : columns.newest_first()) sum += columns.id(docid).size();
  for (std::uint32_t number = 0; number < columns.dates() + 2; ++number) {
    sum += to_iso(columns.date_numbered(number)).size();
    sum += columns.days_numbered(number) ? 1U : 0U;
  }
  for (std::uint32_t set = 0; set < columns.country_sets() + 2; ++set) {
    for (const std::uint16_t country : columns.country_set_numbered(set)) {
      const CountryArticles about = columns.about(country);
      for (const std::uint64_t word : about.bitmap) sum += word;
      for (const std::uint32_t docid : about.docids) sum += columns.id(docid).size();
    }
  }
  for (const auto counts : {columns.date_articles(), columns.country_set_articles(),
                            columns.source_articles(), columns.language_articles()}) {
    for (const std::uint32_t count : counts) sum += count;
  }
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
constexpr std::size_t kSections = 27;
constexpr std::size_t kHeaderBytes = kSectionsAt + 16 * kSections;

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

TEST_CASE("Dictionaries and orders agree with the rows", "[index][columns]") {
  std::mt19937 random(5);
  const std::vector<Date> dates = {{2023, 3, 1},   {2023, 3, 31}, {2023, 3, 0}, {2023, 0, 0},
                                   {2023, 12, 31}, {2022, 1, 1},  {0, 2, 28},   {}};
  const std::size_t articles = GENERATE(1U, 40U, 700U);
  ColumnsBuilder builder;
  std::uint32_t docid = 0;
  for (std::size_t count = 0; count < articles; ++count) {
    IndexedArticle indexed = dated("a" + std::to_string(random()), dates[random() % dates.size()]);
    indexed.article.countries.about.clear();
    // Some countries have many articles and some have few.
    for (char letter = 'A'; letter < 'A' + 8; ++letter) {
      if (random() % (letter == 'A' ? 2 : 60) == 0) {
        indexed.article.countries.about.push_back({'X', letter});
      }
    }
    indexed.article.source = "s" + std::to_string(random() % 300);
    docid += random() % 2 == 0 ? 1 : 2;
    builder.add(docid, indexed);
  }
  const TemporaryFolder folder;
  const auto columns = Columns::open(folder.write("columns", builder.encode(kUuid)), kUuid);
  REQUIRE(columns);

  std::vector<std::uint32_t> present;
  std::map<std::uint16_t, std::vector<std::uint32_t>> about;
  std::vector<std::uint32_t> with_date(columns->dates());
  std::vector<std::uint32_t> with_source(columns->sources().size());
  for (std::uint32_t at = 0; at <= docid; ++at) {
    if (!columns->present(at)) continue;
    present.push_back(at);
    for (const std::uint16_t country : columns->countries(at)) about[country].push_back(at);
    ++with_date.at(columns->date_numbers()[at]);
    ++with_source.at(columns->source(at));
    CHECK(columns->date_numbered(columns->date_numbers()[at]) == columns->date(at));
  }
  CHECK(present.size() == articles);
  CHECK(std::ranges::equal(columns->date_articles(), with_date));
  CHECK(std::ranges::equal(columns->source_articles(), with_source));

  const auto last_day = [&columns](std::uint32_t at) {
    const auto days = columns->days(at);
    return days ? days->last : std::numeric_limits<std::int32_t>::min();
  };
  std::sort(present.begin(), present.end(), [&](std::uint32_t left, std::uint32_t right) {
    if (last_day(left) != last_day(right)) return last_day(left) > last_day(right);
    return columns->id(left) < columns->id(right);
  });
  CHECK(std::ranges::equal(columns->newest_first(), present));

  for (const auto& [country, expected] : about) {
    const CountryArticles found = columns->about(country);
    CHECK(found.count == expected.size());
    std::vector<std::uint32_t> docids(found.docids.begin(), found.docids.end());
    for (std::uint32_t at = 0; at < found.bitmap.size() * 64; ++at) {
      if ((found.bitmap[at / 64] >> (at % 64) & 1) != 0) docids.push_back(at);
    }
    CHECK(docids == expected);
  }
  CHECK(columns->about(CountryCode{'Z', 'Z'}.packed()).count == 0);
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
    for (auto changes = random() % 3; changes > 0; --changes) {  // offsets and sizes of sections
      const std::uint64_t small = random() % (good.size() + 16) / 8 * 8;
      const std::uint64_t value = random() % 4 == 0 ? random() : small;
      std::memcpy(evil.data() + kSectionsAt + random() % (2 * kSections) * 8, &value, sizeof value);
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
