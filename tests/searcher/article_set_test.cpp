#include "searcher/article_set.h"

#include <catch2/catch.hpp>

namespace dateline {
namespace {

ArticleSet set_of(const std::vector<std::uint32_t>& docids) {
  ArticleSet set(200);
  for (const std::uint32_t docid : docids) set.add(docid);
  return set;
}

std::vector<std::uint32_t> members(const ArticleSet& set) {
  std::vector<std::uint32_t> docids;
  set.for_each([&docids](std::uint32_t docid) { docids.push_back(docid); });
  return docids;
}

}  // namespace

TEST_CASE("Sets of articles are joined, met and subtracted", "[searcher][article_set]") {
  const ArticleSet left = set_of({1, 63, 64, 130, 200});
  const ArticleSet right = set_of({63, 130, 199});
  CHECK(members(left & right) == std::vector<std::uint32_t>{63, 130});
  ArticleSet joined = left;
  joined |= right;
  CHECK(members(joined) == std::vector<std::uint32_t>{1, 63, 64, 130, 199, 200});
  ArticleSet rest = left;
  rest.subtract(right);
  CHECK(members(rest) == std::vector<std::uint32_t>{1, 64, 200});
  CHECK(rest.count() == 3);
  CHECK(rest.contains(64));
  rest.remove(64);
  CHECK_FALSE(rest.contains(64));
}

}  // namespace dateline
