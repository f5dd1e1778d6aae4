#include "indexer/article_builder.h"

#include <set>

#include <catch2/catch.hpp>

#include "common/text/utf8.h"

namespace dateline {
namespace {

Record full_record() {
  Record record;
  record.origin = "dump.jsonl:17";
  record.id = "r17";
  record.title = "Harbour reopens";
  record.text = "The harbour was closed since the winter storms. Ferries left again on Tuesday.";
  record.url = "https://example.org/harbour";
  record.source = "example.org";
  record.author = "Ann Reporter";
  record.language = "en";
  record.published = "2023-03-01";
  record.modified = "2023-03-02";
  record.crawled = "2023-03-05";
  record.countries = {{'A', 'Z'}, {'C', 'U'}};
  return record;
}

BuiltArticle built(const Record& record) {
  auto article = ArticleBuilder().build(record);
  if (!article) FAIL(article.error().message);
  return *std::move(article);
}

}  // namespace

TEST_CASE("An article keeps what its record says of it", "[indexer][article_builder]") {
  const Article article = built(full_record()).indexed.article;
  CHECK(article.id == "r17");
  CHECK(article.title == "Harbour reopens");
  CHECK(article.text.find("Ferries left again on Tuesday.") != std::string::npos);
  CHECK(article.url == "https://example.org/harbour");
  CHECK(article.source == "example.org");
  CHECK(article.author == "Ann Reporter");
  CHECK(article.language == "en");
  CHECK(article.date.date == Date{2023, 3, 1});
  CHECK(article.date.evidence == "field");
}

TEST_CASE("Countries that the source names are what the article is about",
          "[indexer][article_builder]") {
  const CountryFinding countries = built(full_record()).indexed.article.countries;
  CHECK(countries.about == std::vector<CountryCode>{{'A', 'Z'}, {'C', 'U'}});
  CHECK(countries.evidence == "field");
  REQUIRE(countries.primary);
  for (const CountryCode country : countries.mentioned) {
    CHECK(country != CountryCode{'A', 'Z'});
    CHECK(country != CountryCode{'C', 'U'});
  }
}

TEST_CASE("Words are counted", "[indexer][article_builder]") {
  const BuiltArticle article = built(full_record());
  CHECK(article.words.title.size() == 2);
  CHECK(article.words.body.size() == 13);
  CHECK(article.indexed.title_words == article.words.title.size());
  CHECK(article.indexed.body_words == article.words.body.size());
}

TEST_CASE("A record without words is rejected with its place", "[indexer][article_builder]") {
  const auto text =
      GENERATE(as<std::string>(), "...", " - \n - \n", "\xE2\x80\x94", "\xF0\x9F\x97\x9E");
  Record record = full_record();
  record.text = text;
  const auto article = ArticleBuilder().build(record);
  REQUIRE_FALSE(article);
  CHECK(article.error().kind == ErrorKind::kInput);
  CHECK(article.error().message == "dump.jsonl:17: no words in it");
}

TEST_CASE("A flash and a table are kept whole", "[indexer][article_builder]") {
  const auto text = GENERATE(as<std::string>(), "Ferry sinks off the northern coast",
                             "WHEAT 09:15 MAY 1205 UP 3 JUL 1180 UP 2 SEP UNTRD");
  Record record = full_record();
  record.title = "Ferry sinks off the northern coast";
  record.text = text;
  const BuiltArticle article = built(record);
  CHECK(article.indexed.article.text == text);
  CHECK(article.indexed.article.body_start == 0);
  CHECK(article.indexed.body_words > 0);
}

TEST_CASE("Building depends on the record alone", "[indexer][article_builder]") {
  ArticleBuilder builder;
  const auto first = builder.build(full_record());
  Record other = full_record();
  other.text = "Something else entirely was reported on Wednesday.";
  other.language = "de";
  REQUIRE(builder.build(other));
  const auto again = builder.build(full_record());
  REQUIRE(first);
  REQUIRE(again);
  CHECK(encode_article(first->indexed) == encode_article(again->indexed));
}

TEST_CASE("Odd texts are built without harm", "[indexer][article_builder]") {
  Record record = full_record();
  record.title.clear();
  const auto text = GENERATE(as<std::string>(), "word", std::string(300, 'w'),
                             std::string(200'000, 'w'), std::string(50'000, '\n') + "word",
                             "a\tb\n\n\nc \xC2\xA0 d", "\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85 word");
  record.text = text;
  const BuiltArticle article = built(record);
  CHECK(article.indexed.body_words > 0);
  CHECK_FALSE(find_invalid_utf8(article.indexed.article.text));
}

TEST_CASE("The content hash sees every field that building depends on",
          "[indexer][article_builder]") {
  std::set<std::uint64_t> hashes = {content_hash(full_record())};
  for (const auto field :
       {&Record::title, &Record::text, &Record::url, &Record::source, &Record::author,
        &Record::language, &Record::published, &Record::modified, &Record::crawled}) {
    Record changed = full_record();
    changed.*field += "x";
    hashes.insert(content_hash(changed));
    Record moved = full_record();
    moved.*field = "";
    hashes.insert(content_hash(moved));
  }
  Record elsewhere = full_record();
  elsewhere.countries.pop_back();
  hashes.insert(content_hash(elsewhere));
  CHECK(hashes.size() == 20);
}

TEST_CASE("The content hash does not see where a record came from", "[indexer][article_builder]") {
  Record moved = full_record();
  moved.origin = "other.jsonl:1";
  CHECK(content_hash(moved) == content_hash(full_record()));
}

TEST_CASE("Words that move from one field to the next change the hash",
          "[indexer][article_builder]") {
  Record one = full_record();
  one.source = "ab";
  one.author = "c";
  Record other = full_record();
  other.source = "a";
  other.author = "bc";
  CHECK(content_hash(one) != content_hash(other));
}

}  // namespace dateline
