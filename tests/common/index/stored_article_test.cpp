#include "common/index/stored_article.h"

#include <catch2/catch.hpp>

#include "tests/support/articles.h"
#include "tests/support/damage.h"

namespace dateline {
namespace {

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

IndexedArticle bare_article() {
  IndexedArticle indexed;
  indexed.article.id = "x";
  indexed.article.text = "words";
  indexed.article.language = "und";
  return indexed;
}

}  // namespace

TEST_CASE("An article is read as it was stored", "[index][stored_article]") {
  IndexedArticle odd = an_article("line\nend \"quotes\" \xC3\xA9 \xF0\x9F\x97\x9E");
  odd.article.text = "\n\nTwo empty lines, a { and a tab\t.\n";
  odd.article.body_start = 2;
  odd.article.date = {{0, 2, 28},
                      WallTime{23, 59, std::nullopt},
                      Confidence::kGuess,
                      "text.dateline",
                      ByteRange{2, 5}};
  odd.content_hash = ~0ULL;
  odd.article.countries.spans = {{{'C', 'U'}, true, {0, 4}}, {{'S', 'U'}, false, {2, 5}}};
  IndexedArticle west = an_article("west");
  west.article.date.time->utc_offset_minutes = -210;
  const auto article = GENERATE_COPY(an_article("a"), bare_article(), odd, west);
  const auto read = decode_article(encode_article(article));
  REQUIRE(read);
  CHECK(same(*read, article));
}

TEST_CASE("The text is found without reading the rest", "[index][stored_article]") {
  const std::string stored = encode_article(an_article("a"));
  CHECK(stored_text(stored) == an_article("a").article.text);
  CHECK(stored_text("").empty());
  CHECK(stored_text("no line end").empty());
}

TEST_CASE("What cannot have been stored is refused", "[index][stored_article]") {
  const auto [right, wrong] = GENERATE(table<std::string, std::string>({
      {"{\"id\"", "{\"di\""},
      {"\"id\":\"a\"", "\"id\":7"},
      {"\"id\":\"a\"", "\"id\":\"\""},
      {"\"body_start\":19", "\"body_start\":1000000"},
      {"\"body_start\":19", "\"body_start\":-1"},
      {"\"value\":\"2023-03-01\"", "\"value\":\"2023-02-30\""},
      {"\"value\":\"2023-03-01\"", "\"value\":\"soon\""},
      {"\"confidence\":3", "\"confidence\":4"},
      {"\"confidence\":3", "\"confidence\":-1"},
      {"\"minute\":734", "\"minute\":1440"},
      {"\"minute\":734", "\"minute\":-1"},
      {"\"utc_offset\":240", "\"utc_offset\":100000"},
      {"\"per_mille\":986", "\"per_mille\":1001"},
      {"\"per_mille\":986,", ""},
      {"\"value\":\"2023-03-02\"", "\"value\":\"2023-13-02\""},
      {"\"span\":[25,32]", "\"span\":[25,1000000]"},
      {"\"alternatives\":[", "\"alternatives\":[7,"},
      {"\"span\":[0,18]", "\"span\":[0,1000000]"},
      {"\"span\":[0,18]", "\"span\":[18,0]"},
      {"\"span\":[0,18]", "\"span\":[-1,18]"},
      {"\"span\":[0,18]", "\"span\":[0]"},
      {"\"span\":[0,18]", "\"span\":\"0\""},
      {"[\"AZ\",19,23]", "[\"AZ\",19,1000000]"},
      {"[\"AZ\",19,23]", "[\"AZ\",30,20]"},
      {"[\"AZ\",19,23]", "[\"AZ\",19]"},
      {"[\"AZ\",19,23]", "[\"\",19,23]"},
      {"\"about\":[\"AZ\"", "\"about\":[\"AZE\""},
      {"\"about\":[\"AZ\"", "\"about\":[\"a\\n\""},
      {"\"primary\":\"AZ\"", "\"primary\":\"A\""},
      {"\"title_words\":3", "\"title_words\":-3"},
      {"\"hash\":\"0123", "\"hash\":\"xyz"},
      {"\nBaku", "\nBak\xFF"},
      {"1 March 2023 12:14\n", "1 March 2023 12:1\xC3\xA9"},
      {"\"hash\":\"0123", "\"hash\":\"00000000000123"},
  }));
  CAPTURE(wrong);
  const auto read = decode_article(replaced(encode_article(an_article("a")), right, wrong));
  REQUIRE_FALSE(read);
  CHECK(read.error().kind == ErrorKind::kCorrupt);
  CHECK(read.error().message.starts_with("stored article: "));
}

TEST_CASE("A damaged article is refused or keeps its offsets within the text",
          "[index][stored_article]") {
  for_each_damaged(encode_article(an_article("a")), 20000, [](const std::string& damaged) {
    const auto read = decode_article(damaged);
    if (!read) {
      REQUIRE(read.error().kind == ErrorKind::kCorrupt);
      return;
    }
    const Article& article = read->article;
    REQUIRE(article.body_start <= article.text.size());
    REQUIRE(is_valid(article.date.date));
    if (article.date.span) {
      REQUIRE(article.date.span->start <= article.date.span->end);
      REQUIRE(article.date.span->end <= article.text.size());
    }
    for (const CountrySpan& span : article.countries.spans) {
      REQUIRE(span.range.start <= span.range.end);
      REQUIRE(span.range.end <= (span.in_title ? article.title : article.text).size());
    }
  });
}

TEST_CASE("A header of a million brackets is refused", "[index][stored_article]") {
  CHECK_FALSE(decode_article(std::string(1'000'000, '[')));
  CHECK_FALSE(decode_article(std::string(1'000'000, '[') + std::string(1'000'000, ']') + "\ntext"));
}

}  // namespace dateline
