#include "common/index/token_spool.h"

#include <numeric>
#include <random>

#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

struct Words {
  std::vector<NumberedToken> title;
  std::vector<NumberedToken> body;
};

std::vector<NumberedToken> random_words(std::mt19937& random, std::size_t most,
                                        std::uint32_t terms) {
  std::vector<NumberedToken> words(random() % (most + 1));
  for (NumberedToken& word : words) word.term = static_cast<std::uint32_t>(random() % terms);
  return words;
}

}  // namespace

TEST_CASE("A spool gives the articles back in new numbers, as often as wanted",
          "[index][token_spool]") {
  const auto terms = GENERATE(1U, 127U, 128U, 129U, 20'000U, 3'000'000U);
  std::mt19937 random(3);
  std::vector<TermId> ids(terms);
  std::iota(ids.rbegin(), ids.rend(), 0U);  // provisional number n becomes terms - 1 - n
  const TemporaryFolder folder;
  std::vector<Words> given;
  const IndexedArticle any;
  {
    auto spool = TokenSpool::create(folder / "spool");
    REQUIRE(spool);
    for (std::uint32_t at = 0; at < 50; ++at) {
      given.push_back({random_words(random, 8, terms), random_words(random, 900, terms)});
      REQUIRE(spool->add({at * 3 + 1, any, given.back().title, given.back().body}));
    }
    for (int round = 0; round < 2; ++round) {
      std::size_t next = 0;
      const auto same = [&](const std::vector<NumberedToken>& words,
                            const std::vector<TermId>& found) {
        return std::equal(
            words.begin(), words.end(), found.begin(), found.end(),
            [&](const NumberedToken& word, TermId id) { return id == ids[word.term]; });
      };
      const auto replayed = spool->replay(ids, [&](const ArticleTerms& article) -> Result<void> {
        CHECK(article.docid == next * 3 + 1);
        CHECK(same(given[next].title, article.title));
        CHECK(same(given[next].body, article.body));
        ++next;
        return {};
      });
      REQUIRE(replayed);
      CHECK(next == given.size());
    }
  }
  CHECK_FALSE(std::filesystem::exists(folder / "spool"));
}

TEST_CASE("A spool that lost its end fails instead of giving less", "[index][token_spool]") {
  const TemporaryFolder folder;
  auto spool = TokenSpool::create(folder / "spool");
  REQUIRE(spool);
  const IndexedArticle any;
  const std::vector<NumberedToken> words(1000);
  for (std::uint32_t docid = 1; docid <= 100; ++docid) {
    REQUIRE(spool->add({docid, any, {}, words}));
  }
  const auto ignore = [](const ArticleTerms&) { return Result<void>(); };
  REQUIRE(spool->replay(std::vector<TermId>{0}, ignore));
  std::filesystem::resize_file(folder / "spool", 20'000);
  const auto replayed = spool->replay(std::vector<TermId>{0}, ignore);
  REQUIRE_FALSE(replayed);
  CHECK(replayed.error().kind == ErrorKind::kSystem);
}

TEST_CASE("A spool in a folder that is not there is an error", "[index][token_spool]") {
  const TemporaryFolder folder;
  const auto spool = TokenSpool::create(folder / "nowhere/spool");
  REQUIRE_FALSE(spool);
  CHECK(spool.error().kind == ErrorKind::kSystem);
}

}  // namespace dateline
