#include "common/index/stored_article.h"

#include <functional>

#include <catch2/catch.hpp>

#include "tests/support/articles.h"
#include "tests/support/damage.h"

namespace dateline {
namespace {

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

TEST_CASE("All but the text is read without it", "[index][stored_article]") {
  IndexedArticle article = an_article("a");
  const auto head = decode_head(encode_article(article));
  article.article.text.clear();
  REQUIRE(head);
  CHECK(same(*head, article));
}

TEST_CASE("What cannot have been stored is refused", "[index][stored_article]") {
  using Spoil = std::function<void(IndexedArticle&)>;
  const auto spoil = GENERATE(values<Spoil>({
      [](IndexedArticle& a) { a.article.id.clear(); },
      [](IndexedArticle& a) { a.article.body_start = 1'000'000; },
      [](IndexedArticle& a) { a.article.title = "\xFF"; },
      [](IndexedArticle& a) { a.article.text[20] = '\xFF'; },
      [](IndexedArticle& a) { a.article.text.replace(17, 2, "\xC3\xA9"); },  // a span ends inside
      [](IndexedArticle& a) {
        a.article.date.date = {2023, 2, 30};
      },
      [](IndexedArticle& a) {
        a.article.date.date = {2023, 0, 3};
      },
      [](IndexedArticle& a) { a.article.date.confidence = static_cast<Confidence>(4); },
      [](IndexedArticle& a) { a.article.date.probability = 1.001; },
      [](IndexedArticle& a) {
        a.article.date.time = WallTime{24, 0, std::nullopt};
      },
      [](IndexedArticle& a) { a.article.date.time->utc_offset_minutes = 100'000; },
      [](IndexedArticle& a) {
        a.article.date.span = ByteRange{0, 1'000'000};
      },
      [](IndexedArticle& a) {
        a.article.date.span = ByteRange{18, 0};
      },
      [](IndexedArticle& a) { a.article.date.alternatives[0].date.month = 13; },
      [](IndexedArticle& a) {
        a.article.date.alternatives[0].span = ByteRange{25, 1'000'000};
      },
      [](IndexedArticle& a) {
        a.article.countries.spans[0].range = {19, 1'000'000};
      },
      [](IndexedArticle& a) {
        a.article.countries.spans[0].country = {'a', 'Z'};
      },
      [](IndexedArticle& a) {
        a.article.countries.about[0] = {'A', '\n'};
      },
      [](IndexedArticle& a) {
        a.article.countries.primary = CountryCode{'A', '1'};
      },
  }));
  IndexedArticle article = an_article("a");
  spoil(article);
  const auto read = decode_article(encode_article(article));
  REQUIRE_FALSE(read);
  CHECK(read.error().kind == ErrorKind::kCorrupt);
  CHECK(read.error().message.starts_with("stored article: "));
}

TEST_CASE("A head that is cut, or longer than its fields, is refused", "[index][stored_article]") {
  const std::string stored = encode_article(bare_article());
  for (std::size_t size = 0; size < stored.size() - std::string("words").size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(decode_article(stored.substr(0, size)));
  }
  std::string longer = stored;
  ++longer[0];  // the head's size: it takes the first byte of the text
  CHECK_FALSE(decode_article(longer));
  CHECK_FALSE(decode_article(std::string(1'000'000, '\xFF')));
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

}  // namespace dateline
