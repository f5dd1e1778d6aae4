#include "indexer/index_info.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "common/index/manifest.h"
#include "common/index/tombstones.h"
#include "common/text/analyzer.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

IndexedArticle dated(const std::string& id, const Date& date) {
  IndexedArticle indexed = an_article(id);
  indexed.article.date.date = date;
  return indexed;
}

// Two segments of articles of our own making; the first article is deleted.
void make_index(const TemporaryFolder& index) {
  IndexedArticle elsewhere = dated("c", {});
  elsewhere.article.language = "az";
  elsewhere.article.countries = {{{'D', 'E'}}, CountryCode{'D', 'E'}, {}, "text", {}};
  SegmentEntry one =
      write_segment(index.path(), 1, {dated("a", {1990, 1, 1}), dated("b", {2023, 3, 1})});
  Tombstones tombstones(2);
  tombstones.bury(1);
  one.deletions = deletions_name(one.name, 2);
  one.deleted = 1;
  index.write(one.deletions, tombstones.encode(one.uuid));
  const SegmentEntry two = write_segment(
      index.path(), 2,
      {elsewhere, dated("d", {2020, 5, 0}), dated("e", {0, 2, 28}), dated("f", {2024, 12, 31})});
  Manifest manifest;
  manifest.generation = 2;
  manifest.analyser = analyzer_fingerprint();
  manifest.segments = {one, two};
  REQUIRE(publish_manifest(index.path(), manifest));
}

}  // namespace

TEST_CASE("Info counts live articles", "[indexer][index_info]") {
  const TemporaryFolder index;
  make_index(index);
  const auto info = read_info(index.path());
  REQUIRE(info);
  CHECK(info->generation == 2);
  CHECK(info->segments == 2);
  CHECK(info->articles == 5);
  CHECK(info->deleted == 1);
  CHECK(info->words == 50);
  CHECK(info->bytes > 1000);
  CHECK(info->first_day == "2023-03-01");
  CHECK(info->last_day == "2024-12-31");
  CHECK(info->undated == 2);
  CHECK(info->languages == std::map<std::string, std::size_t>{{"az", 1}, {"en", 4}});
  CHECK(info->countries == std::map<std::string, std::size_t>{{"AZ", 4}, {"CU", 4}, {"DE", 1}});
}

TEST_CASE("The fields of info's JSON are part of the interface", "[indexer][index_info]") {
  const TemporaryFolder index;
  make_index(index);
  const auto info = read_info(index.path());
  REQUIRE(info);
  const auto json = nlohmann::json::parse(to_json(*info));
  CHECK(to_json(*info).find('\n') == std::string::npos);
  std::vector<std::string> names;
  for (const auto& [name, value] : json.items()) names.push_back(name);
  CHECK(names == std::vector<std::string>{"analyser", "articles", "bytes", "countries", "deleted",
                                          "first_day", "generation", "languages", "last_day",
                                          "segments", "undated", "words"});
  CHECK(json["articles"] == 5);
  CHECK(json["countries"]["AZ"] == 4);
}

TEST_CASE("Info for people names the most frequent values first", "[indexer][index_info]") {
  IndexInfo info;
  info.generation = 7;
  info.segments = 2;
  info.articles = 16;
  info.deleted = 1;
  info.words = 1234;
  info.bytes = 5678;
  info.first_day = "2023-03-01";
  info.last_day = "2024-12-31";
  info.undated = 3;
  info.languages = {{"az", 4}, {"en", 12}};
  for (char letter = 'A'; letter <= 'N'; ++letter) info.countries[{'X', letter}] = 1;
  info.countries["XB"] = 9;
  info.analyser = "words-1";
  CHECK(to_text(info) ==
        "articles   16 (1234 words)\n"
        "dates      2023-03-01 to 2024-12-31, 3 undated\n"
        "languages  en 12, az 4\n"
        "countries  XB 9, XA 1, XC 1, XD 1, XE 1, XF 1, XG 1, XH 1, XI 1, XJ 1, XK 1, XL 1 and 2 "
        "more\n"
        "segments   2, 1 deleted article in them\n"
        "size       5678 bytes\n"
        "generation 7\n"
        "analyser   words-1\n");
}

TEST_CASE("Info of an empty index says so", "[indexer][index_info]") {
  const std::string text = to_text(IndexInfo{});
  CHECK(text.find("dates      no day known, 0 undated\n") != std::string::npos);
  CHECK(text.find("countries  none\n") != std::string::npos);
}

TEST_CASE("Without an index there is no info", "[indexer][index_info]") {
  const auto info = read_info("/nonexistent/index");
  REQUIRE_FALSE(info);
  CHECK(info.error().kind == ErrorKind::kMissing);
}

}  // namespace dateline
