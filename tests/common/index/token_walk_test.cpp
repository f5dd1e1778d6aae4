#include "common/index/token_walk.h"

#include <catch2/catch.hpp>

#include "common/index/segment.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

std::vector<IndexedArticle> articles() {
  IndexedArticle english = an_article("first");
  IndexedArticle german = an_article("second");
  german.article.language = "de";
  german.article.title = "Ärzte kehren heim";
  return {english, german};
}

}  // namespace

TEST_CASE("A walk gives the words that the analyser finds, with their places",
          "[index][token_walk]") {
  const TemporaryFolder index;
  write_segment(index.path(), 1, articles());
  const auto database = open_database(index / "segment-000001/xapian");
  REQUIRE(database);
  ColumnsBuilder columns;
  TermsBuilder terms;
  Analyzer analyzer;
  std::vector<std::uint32_t> docids;
  std::map<std::uint32_t, std::pair<std::string, std::string>> seen;  // number -> language, term
  const auto check = [&](const std::vector<Token>& expected, std::size_t start,
                         std::span<const NumberedToken> found, const std::string& language) {
    REQUIRE(found.size() == expected.size());
    for (std::size_t at = 0; at < found.size(); ++at) {
      CHECK(found[at].range ==
            ByteRange{expected[at].range.start + start, expected[at].range.end + start});
      const std::pair term{language, expected[at].term};
      CHECK(seen.try_emplace(found[at].term, term).first->second == term);
    }
  };
  const auto walked =
      walk_tokens(*database, columns, terms, [&](const WalkedArticle& words) -> Result<void> {
        const Article& article = words.indexed.article;
        docids.push_back(words.docid);
        check(analyzer.analyze(article.title, article.language), 0, words.title, article.language);
        check(analyzer.analyze(article.text.substr(article.body_start), article.language),
              article.body_start, words.body, article.language);
        return {};
      });
  REQUIRE(walked);
  CHECK(docids == std::vector<std::uint32_t>{1, 2});
  CHECK(terms.finish("").ids.size() == seen.size());
}

TEST_CASE("A walk makes the columns that are made without it", "[index][token_walk]") {
  const TemporaryFolder index;
  write_segment(index.path(), 1, articles());
  const auto database = open_database(index / "segment-000001/xapian");
  REQUIRE(database);
  ColumnsBuilder columns;
  TermsBuilder terms;
  REQUIRE(walk_tokens(*database, columns, terms, [](const auto&) { return Result<void>(); }));
  CHECK(columns.encode("") == derive_columns(*database)->encode(""));
}

TEST_CASE("A walk ends with the visit that fails", "[index][token_walk]") {
  const TemporaryFolder index;
  write_segment(index.path(), 1, articles());
  const auto database = open_database(index / "segment-000001/xapian");
  REQUIRE(database);
  ColumnsBuilder columns;
  TermsBuilder terms;
  int visits = 0;
  const Error full{ErrorKind::kSystem, "the disk is full"};
  const auto walked =
      walk_tokens(*database, columns, terms, [&](const WalkedArticle&) -> Result<void> {
        ++visits;
        return full;
      });
  REQUIRE_FALSE(walked);
  CHECK(walked.error() == full);
  CHECK(visits == 1);
}

}  // namespace dateline
