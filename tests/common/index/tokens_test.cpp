#include "common/index/tokens.h"

#include <cstring>
#include <random>

#include <catch2/catch.hpp>

#include "common/index/article_sentences.h"
#include "tests/support/damage.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

constexpr const char* kUuid = "cc47c5b1-1836-4217-a86a-db0bd69a4cbd";

std::vector<TermId> some_words(std::mt19937& random, std::size_t most) {
  std::vector<TermId> words(random() % (most + 1));
  for (TermId& word : words) word = static_cast<TermId>(random() % (random() % 3000 + 1));
  return words;
}

std::vector<ArticleTerms> some_articles() {
  std::mt19937 random(3);
  std::vector<ArticleTerms> articles;
  for (const std::uint32_t docid : {1U, 2U, 5U, 6U, 64U}) {
    articles.push_back({docid, some_words(random, 8), some_words(random, 60), ""});
    const ArticleSentence all{{3, 500}, 0, 60, false};
    append_sentences(std::span(&all, 1), articles.back().sentences);
  }
  articles[2].body.clear();
  articles[2].sentences.clear();
  return articles;
}

std::string file_of(const std::vector<ArticleTerms>& articles) {
  std::vector<std::uint32_t> occurrences(3000);
  for (const ArticleTerms& article : articles) {
    for (const TermId id : article.title) ++occurrences[id];
    for (const TermId id : article.body) ++occurrences[id];
  }
  const TemporaryFolder folder;
  auto writer = TokensWriter::create(folder / "tokens", kUuid, occurrences);
  REQUIRE(writer);
  for (const ArticleTerms& article : articles) REQUIRE(writer->add(article));
  REQUIRE(writer->finish());
  return *read_file(folder / "tokens");
}

std::vector<TermId> decoded(const Tokens& tokens, std::string_view coded) {
  std::vector<TermId> ids;
  tokens.code().decode(coded, ids);
  return ids;
}

std::string phrase_of(const Tokens& tokens, std::span<const TermId> ids) {
  std::string phrase;
  for (const TermId id : ids) tokens.code().append(id, phrase);
  return phrase;
}

// Asks everything of every article, and of articles that are not there.
std::size_t read_everything(const Tokens& tokens) {
  std::size_t sum = 0;
  const DenseScanner scanner(tokens.code(), std::vector<TermId>{0, 7, 2000});
  const auto read = [&](std::uint32_t docid) {
    const CodedArticle coded = tokens.article(docid);
    sum += decoded(tokens, coded.title).size() + decoded(tokens, coded.body).size();
    scanner.scan(coded.body, [&](std::size_t place, std::size_t index) { sum += place + index; });
    sum += read_sentences(coded.sentences).size();
    sum += tokens.has_phrase(docid, phrase_of(tokens, std::vector<TermId>{3, 300})) ? 1 : 0;
  };
  for (std::uint32_t docid = 0; docid <= 70; ++docid) read(docid);
  read(~0U);
  return sum;
}

}  // namespace

TEST_CASE("Tokens give back the words and sentences of every article", "[index][tokens]") {
  const TemporaryFolder folder;
  const auto articles = some_articles();
  const auto tokens = Tokens::open(folder.write("tokens", file_of(articles)), kUuid);
  REQUIRE(tokens);
  for (const ArticleTerms& article : articles) {
    const CodedArticle coded = tokens->article(article.docid);
    CHECK(decoded(*tokens, coded.title) == article.title);
    CHECK(decoded(*tokens, coded.body) == article.body);
    CHECK(coded.sentences == article.sentences);
  }
}

TEST_CASE("An article that is not there has no words", "[index][tokens]") {
  const TemporaryFolder folder;
  const auto tokens = Tokens::open(folder.write("tokens", file_of(some_articles())), kUuid);
  REQUIRE(tokens);
  const std::uint32_t docid = GENERATE(0U, 3U, 63U, 65U, 4294967295U);
  CHECK(tokens->article(docid).title.empty());
  CHECK(tokens->article(docid).body.empty());
  CHECK(tokens->article(docid).sentences.empty());
}

TEST_CASE("A phrase stands in the title or in the body, not across them", "[index][tokens]") {
  const TemporaryFolder folder;
  const std::vector<ArticleTerms> articles = {{1, {5, 900}, {17, 2500, 5}, ""}};
  const auto tokens = Tokens::open(folder.write("tokens", file_of(articles)), kUuid);
  REQUIRE(tokens);
  const auto has = [&](const std::vector<TermId>& ids) {
    return tokens->has_phrase(1, phrase_of(*tokens, ids));
  };
  CHECK(has({5, 900}));
  CHECK(has({17, 2500}));
  CHECK(has({2500, 5}));
  CHECK(has({17, 2500, 5}));
  CHECK_FALSE(has({900, 17}));
  CHECK_FALSE(has({900, 5}));
  CHECK_FALSE(has({2500, 17}));
}

TEST_CASE("Tokens of no articles can be read", "[index][tokens]") {
  const TemporaryFolder folder;
  const auto tokens = Tokens::open(folder.write("tokens", file_of({})), kUuid);
  REQUIRE(tokens);
  CHECK(tokens->article(1).body.empty());
}

TEST_CASE("Tokens of another database are refused with a way out", "[index][tokens]") {
  const TemporaryFolder folder;
  const auto path = folder.write("tokens", file_of(some_articles()));
  const auto tokens = Tokens::open(path, "dd47c5b1-1836-4217-a86a-db0bd69a4cbd");
  REQUIRE_FALSE(tokens);
  CHECK(tokens.error().kind == ErrorKind::kCorrupt);
  CHECK(tokens.error().message.find("dateline-index rebuild") != std::string::npos);
  CHECK(Tokens::open("/nonexistent/tokens", kUuid).error().kind == ErrorKind::kMissing);
}

TEST_CASE("Damaged tokens are refused or read as some words", "[index][tokens]") {
  const std::string good = file_of(some_articles());
  std::size_t opened = 0;
  for_each_damaged(good, 5000, [&](const std::string& damaged) {
    std::vector<std::uint64_t> aligned((damaged.size() + 7) / 8);
    if (!damaged.empty()) std::memcpy(aligned.data(), damaged.data(), damaged.size());
    const auto tokens =
        Tokens::over({reinterpret_cast<const char*>(aligned.data()), damaged.size()}, kUuid);
    if (!tokens) return;
    ++opened;
    read_everything(*tokens);
  });
  CHECK(opened > 1000);  // else the test would show nothing
}

TEST_CASE("A file that cannot be written is an error that names it", "[index][tokens]") {
  const auto writer = TokensWriter::create("/nonexistent/tokens", kUuid, {});
  REQUIRE_FALSE(writer);
  CHECK(writer.error().message.find("/nonexistent/tokens") != std::string::npos);
}

}  // namespace dateline
