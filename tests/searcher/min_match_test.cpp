#include "searcher/min_match.h"

#include <random>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Articles in at least so many sets are those that counting finds",
          "[searcher][min_match]") {
  std::mt19937_64 random(4);
  for (int round = 0; round < 300; ++round) {
    const auto last_docid = static_cast<std::uint32_t>(random() % 200);
    const std::size_t count = 1 + random() % (round % 10 == 0 ? 70 : 9);
    std::vector<ArticleSet> sets(count, ArticleSet(last_docid));
    for (ArticleSet& set : sets) {
      const auto share = 1 + random() % 4;
      for (std::uint32_t docid = 1; docid <= last_docid; ++docid) {
        if (random() % share == 0) set.add(docid);
      }
    }
    const std::size_t needed = 1 + random() % (count + 1);
    const ArticleSet found = in_at_least(sets, needed);
    CAPTURE(round, count, needed);
    for (std::uint32_t docid = 0; docid <= last_docid; ++docid) {
      std::size_t in = 0;
      for (const ArticleSet& set : sets) in += set.contains(docid) ? 1U : 0U;
      REQUIRE(found.contains(docid) == (in >= needed));
    }
  }
}

}  // namespace dateline
