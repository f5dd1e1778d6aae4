// The traps of tests/data/traps/dates.jsonl, whole, and texts that are none.
#include "indexer/publication_date.h"

#include <algorithm>
#include <fstream>
#include <random>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "indexer/article_builder.h"

namespace dateline {
namespace {

using Json = nlohmann::json;

std::vector<Json> traps() {
  std::vector<Json> rows;
  std::ifstream file(std::string(DATELINE_TEST_DATA) + "/traps/dates.jsonl");
  for (std::string line; std::getline(file, line);) rows.push_back(Json::parse(line));
  return rows;
}

DateFinding date_of(const Record& record, const std::optional<Date>& published_before = {}) {
  const auto built = ArticleBuilder(published_before).build(record);
  REQUIRE(built);
  return built->indexed.article.date;
}

DateFinding date_of_text(std::string text) {
  Record record;
  record.id = "x";
  record.origin = "x";
  record.text = std::move(text);
  return date_of(record);
}

Record record_of(const Json& row) {
  Record record;
  record.id = "x";
  record.origin = row.value("origin", "x.txt");
  record.text = row.at("text");
  record.language = row.value("declared", row.value("language", ""));
  record.url = row.value("url", "");
  record.published = row.value("published", "");
  record.modified = row.value("modified", "");
  record.crawled = row.value("crawled", "");
  return record;
}

}  // namespace

TEST_CASE("Every trap of dates is passed", "[indexer][publication_date]") {
  const std::vector<Json> rows = traps();
  CHECK(rows.size() >= 110);
  for (const Json& row : rows) {
    CAPTURE(row.at("trap"));
    std::optional<Date> bound;
    if (row.contains("published_before"))
      bound = parse_iso_date(row.at("published_before").get<std::string>());
    const DateFinding found = date_of(record_of(row), bound);
    CAPTURE(found.evidence, found.probability);
    const std::string truth = row.at("date").is_null() ? "" : row.at("date").get<std::string>();
    CHECK(to_iso(found.date) == truth);
    if (row.contains("evidence")) CHECK(found.evidence == row.at("evidence"));
    if (row.contains("time")) CHECK((found.time ? to_string(*found.time) : "") == row.at("time"));
    if (row.contains("alternatives")) {
      std::vector<std::string> days;
      for (const DateAlternative& other : found.alternatives) days.push_back(to_iso(other.date));
      CHECK(Json(days) == row.at("alternatives"));
    }
  }
}

TEST_CASE("A finding shows what it was read from", "[indexer][publication_date]") {
  Record record;
  record.id = "x";
  record.text =
      "Harbour plan agreed\n\nPublished: 12 March 2021\n\nThe council met for three hours before "
      "it "
      "agreed on the plan of 3 May 2019 for the harbour, which the port will pay for.";
  const auto built = ArticleBuilder().build(record);
  REQUIRE(built);
  const Article& article = built->indexed.article;
  REQUIRE(article.date.span);
  CHECK(slice(article.text, *article.date.span) == "12 March 2021");
  CHECK(article.date.probability > 0.9);
  REQUIRE(article.date.alternatives.size() <= 3);
  for (const DateAlternative& other : article.date.alternatives) {
    REQUIRE(other.span);
    CHECK(slice(article.text, *other.span) == "3 May 2019");
    CHECK(other.probability < article.date.probability);
  }
}

TEST_CASE("The words of a date are kept wherever they stood", "[indexer][publication_date]") {
  const auto [text, words] = GENERATE(table<std::string, std::string>({
      {"Harbour plan agreed\n\n06/11/20230 Comments\n\nThe council met for three hours before it "
       "agreed on the new plan for the harbour, which the port and the two towns will pay for.\n",
       "06/11/2023"},
      {"Harbour plan agreed\n\nThe council met for three hours before it agreed on the new plan "
       "for "
       "the harbour, which the port and the two towns will pay for.\n\nRead more\n\nPublished: 12 "
       "March 2021\n",
       "12 March 2021"},
  }));
  CAPTURE(text);
  Record record;
  record.id = "x";
  record.text = text;
  const auto built = ArticleBuilder().build(record);
  REQUIRE(built);
  const Article& article = built->indexed.article;
  REQUIRE(article.date.span);
  CHECK(slice(article.text, *article.date.span) == words);
}

TEST_CASE("Of many days at most three are shown beside the date", "[indexer][publication_date]") {
  std::string text = "Harbour plan agreed\n\nPublished: 12 March 2021\n\nThe council met.\n";
  for (int day = 1; day <= 28; ++day) text += "\n" + std::to_string(day) + " May 2019\n";
  const DateFinding found = date_of_text(text);
  CHECK(to_iso(found.date) == "2021-03-12");
  CHECK(found.alternatives.size() <= 3);
}

TEST_CASE("What is no article gets no date and breaks nothing", "[indexer][publication_date]") {
  const std::string text =
      GENERATE(std::string("x"), std::string("2021"), std::string("12"), std::string(".../---"),
               std::string("31/31/3131 99.99.9999 0000-00-00 00/00/0000"),
               std::string("\u202E12 \u0645\u0627\u0631\u0633\u202C \u0661\u0662"),
               std::string("\u4E00\u5E74\u4E8C\u6708\u4E09\u65E5"),
               std::string("May march may august. May I? Sun, sat, mon."),
               std::string(100'000, '1'), std::string(50'000, '/'));
  CAPTURE(text.substr(0, 40));
  const DateFinding found = date_of_text(text + " words");
  CHECK(to_iso(found.date).empty());
  CHECK(found.confidence == Confidence::kNone);
}

TEST_CASE("A list of ten thousand days is no article's date", "[indexer][publication_date]") {
  const std::string between = GENERATE("\n", " ", ", ", "");
  std::string text;
  for (int day = 0; day < 10'000; ++day) text += to_iso(date_from_day_number(day)) + between;
  const DateFinding found = date_of_text(text + "\nwords");
  CHECK(to_iso(found.date).empty());
  CHECK(found.alternatives.size() <= 3);
}

TEST_CASE("A date of random digits and marks stands in the text", "[indexer][publication_date]") {
  std::mt19937 random(2021);
  const std::vector<std::string> pieces = {
      "1",      "2", "20", "21", "2021",        "12",  ".",      "/",      "-",
      ":",      " ", " ",  "\n", "March",       "Mai", "\u5E74", "\u6708", "\u65E5",
      "\u0661", "(", ")",  ",",  "Published: ", "T",   "Z",      "+04:00"};
  for (int round = 0; round < 2'000; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += pieces[random() % pieces.size()];
    CAPTURE(text);
    const auto built = [&] {
      Record record;
      record.id = "x";
      record.text = text + " words";
      return ArticleBuilder().build(record);
    }();
    REQUIRE(built);
    const Article& article = built->indexed.article;
    REQUIRE(is_valid(article.date.date));
    if (article.date.date.year == 0) continue;
    const std::string digits = std::to_string(article.date.date.year % 100);
    REQUIRE(article.date.span);
    REQUIRE(article.date.span->end <= article.text.size());
    const std::string_view words = slice(article.text, *article.date.span);
    const bool written = words.find(digits) != std::string_view::npos ||
                         words.find("\u0661") != std::string_view::npos ||
                         words.find("\u5E74") != std::string_view::npos;
    REQUIRE(written);
  }
}

}  // namespace dateline
