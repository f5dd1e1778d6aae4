#include "indexer/word_stream.h"

#include <catch2/catch.hpp>

namespace dateline {
namespace {

struct Found {
  std::string term;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> postings;
  bool operator==(const Found&) const = default;
};

// Ids 0 to 3: "b", "a", "c" in one language, "a" in another.
const std::vector<SortedWord> kWords = {{"a", 1}, {"a", 3}, {"b", 0}, {"c", 2}};

Result<void> replay(const ArticleVisit& visit) {
  for (const ArticleTerms& article :
       {ArticleTerms{1, {0}, {1, 0, 1}, ""}, ArticleTerms{2, {3, 3}, {3}, ""},
        ArticleTerms{3, {}, {1, 2}, ""}}) {
    if (auto visited = visit(article); !visited) return visited;
  }
  return {};
}

std::vector<Found> all(Field field, const std::vector<std::uint32_t>& articles,
                       std::size_t most_postings) {
  const ArticleReplay replayed = replay;
  WordStream stream(field, kWords, articles, replayed, most_postings);
  std::vector<Found> found;
  REQUIRE(stream.next());
  while (!stream.term().empty()) {
    Found& word = found.emplace_back(Found{stream.term(), {}});
    for (const GlassPosting& posting : stream.postings()) {
      word.postings.emplace_back(posting.docid, posting.wdf);
    }
    REQUIRE(stream.next());
  }
  return found;
}

}  // namespace

TEST_CASE("Words come in order with the articles that have them, all languages together",
          "[indexer][word_stream]") {
  const std::size_t most_postings = GENERATE(0U, 1U, 2U, 3U, 100U);
  CHECK(all(Field::kBody, {1, 2, 1, 1}, most_postings) ==
        std::vector<Found>{{"a", {{1, 2}, {2, 1}, {3, 1}}}, {"b", {{1, 1}}}, {"c", {{3, 1}}}});
  CHECK(all(Field::kTitle, {1, 0, 0, 1}, most_postings) ==
        std::vector<Found>{{"Sa", {{2, 2}}}, {"Sb", {{1, 1}}}});
}

TEST_CASE("A replay that fails is told", "[indexer][word_stream]") {
  const ArticleReplay failing = [](const ArticleVisit&) -> Result<void> {
    return Error{ErrorKind::kSystem, "gone"};
  };
  const std::vector<std::uint32_t> articles{1, 2, 1, 1};
  WordStream stream(Field::kBody, kWords, articles, failing, 100);
  const auto next = stream.next();
  REQUIRE_FALSE(next);
  CHECK(next.error().message == "gone");
}

}  // namespace dateline
