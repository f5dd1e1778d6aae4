#include "indexer/check_derived.h"

#include <catch2/catch.hpp>

#include "common/index/article_sentences.h"
#include "common/index/impacts_writer.h"
#include "common/index/snapshot.h"
#include "support/test_index.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

const std::vector<TestArticle> kArticles = {
    {"a", "Rain in Oslo", "Rain fell in Oslo. It rained again.", "2023-03-01", {}, "en"},
    {"b", "Regen", "Der Regen fiel in Oslo.", "2023-03-01", {}, "de"}};

std::vector<std::string> problems(const TestIndex& index) {
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  const Segment& segment = snapshot->segments.at(0);
  return problems_of_derived_files(segment, index.path() / segment.entry.name);
}

ArticleTerms article_in(const Tokens& tokens, std::uint32_t docid) {
  const CodedArticle coded = tokens.article(docid);
  ArticleTerms article{docid, {}, {}, std::string(coded.sentences)};
  tokens.code().decode(coded.title, article.title);
  tokens.code().decode(coded.body, article.body);
  return article;
}

// Writes the tokens anew, the first article as `change` leaves it.
template <typename Change>
void change_tokens(const TestIndex& index, Change change) {
  const fs::path path = index.path() / "segment-000001" / kTokensFile;
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  const Segment& segment = snapshot->segments.at(0);
  std::vector<std::uint32_t> occurrences;
  for (TermId id = 0; id < segment.terms->size(); ++id) {
    occurrences.push_back(segment.terms->occurrences(id));
  }
  ArticleTerms first = article_in(*segment.tokens, 1);
  change(first);
  fs::remove(path);
  auto writer = TokensWriter::create(path, segment.entry.uuid, occurrences);
  REQUIRE(writer);
  REQUIRE(writer->add(first));
  REQUIRE(writer->add(article_in(*segment.tokens, 2)));
  REQUIRE(writer->finish());
}

}  // namespace

TEST_CASE("Derived files of a sound index have no problems", "[indexer][check_derived]") {
  const TestIndex index(kArticles);
  CHECK(problems(index).empty());
  change_tokens(index, [](ArticleTerms&) {});
  CHECK(problems(index).empty());
}

TEST_CASE("Tokens that the articles do not have are a problem", "[indexer][check_derived]") {
  const TestIndex index(kArticles);
  SECTION("another word") {
    change_tokens(index, [](ArticleTerms& article) { article.body[2] = article.body[3]; });
  }
  SECTION("two words that have changed places everywhere") {
    change_tokens(index, [](ArticleTerms& article) {
      std::swap(article.body[4], article.body[6]);  // "it" and "again" occur once
    });
  }
  SECTION("a word less") {
    change_tokens(index, [](ArticleTerms& article) { article.title.pop_back(); });
  }
  SECTION("another sentence") {
    change_tokens(index, [](ArticleTerms& article) {
      auto sentences = read_sentences(article.sentences);
      ++sentences.front().range.end;
      article.sentences.clear();
      append_sentences(sentences, article.sentences);
    });
  }
  CHECK(problems(index) ==
        std::vector<std::string>{"the tokens are not those of the database; mend with: "
                                 "dateline-index rebuild"});
}

TEST_CASE("Impacts of other articles are a problem", "[indexer][check_derived]") {
  const TestIndex index(kArticles);
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  const Segment& segment = snapshot->segments.at(0);
  const fs::path path = index.path() / segment.entry.name / kImpactsFile;
  const auto write = [&](auto change) {
    fs::remove(path);
    return write_impacts(path, segment.entry.uuid, *segment.terms, segment.columns,
                         [&](const ArticleVisit& visit) -> Result<void> {
                           ArticleTerms first = article_in(*segment.tokens, 1);
                           change(first);
                           if (auto visited = visit(first); !visited) return visited;
                           return visit(article_in(*segment.tokens, 2));
                         });
  };
  REQUIRE(write([](ArticleTerms&) {}));
  CHECK(problems(index).empty());
  REQUIRE(write([](ArticleTerms& article) { article.body.push_back(article.body.front()); }));
  CHECK(problems(index) ==
        std::vector<std::string>{"the impacts are not those of the database; mend with: "
                                 "dateline-index rebuild"});
}

TEST_CASE("Columns and terms of another index are a problem", "[indexer][check_derived]") {
  const TestIndex index(kArticles);
  const std::string name = GENERATE(kColumnsFile, kTermsFile);
  const fs::path path = index.path() / "segment-000001" / name;
  auto bytes = *read_file(path);
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  fs::remove(path);
  REQUIRE(write_file_synced(path, bytes));
  REQUIRE(problems(index).size() == 1);
  CHECK(problems(index)[0].starts_with("the " + name + " are not those of the database"));
}

TEST_CASE("Files that an index can do without are not missed", "[indexer][check_derived]") {
  const TestIndex index(kArticles);
  fs::remove(index.path() / "segment-000001" / kTokensFile);
  CHECK(problems(index).empty());
}

}  // namespace dateline
