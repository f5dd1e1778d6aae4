#include "common/index/impacts_check.h"

#include <catch2/catch.hpp>

#include "common/file.h"
#include "tests/support/small_impacts.h"

namespace dateline {
namespace {

bool is_right(const SmallImpacts& given, const Impacts& impacts, std::size_t without = 0) {
  const Terms terms = given.terms();
  const Columns columns = given.columns();
  ImpactsCheck check(impacts, terms, columns);
  for (const ArticleTerms& article : given.articles()) {
    if (article.docid != without) check.add(article.docid, article.title, article.body);
  }
  return check.all_equal();
}

// All that can be read of the lists.
std::vector<std::uint32_t> contents(const SmallImpacts& given, const Impacts& impacts) {
  std::vector<std::uint32_t> contents;
  const Terms terms = given.terms();
  for (TermId id = 0; id < terms.size(); ++id) {
    const ImpactList list = impacts.list(id);
    contents.insert(contents.end(), list.bounds.begin(), list.bounds.end());
    list.for_each_posting([&](const Posting& posting) {
      contents.insert(contents.end(), {id, posting.docid, posting.in_title, posting.in_body});
    });
  }
  return contents;
}

}  // namespace

TEST_CASE("Impacts are right if they are those of the articles", "[index][impacts_check]") {
  const SmallImpacts given(3, 3000, kInvertedAtOnce);
  const auto impacts = Impacts::open(given.path(), kSmallUuid);
  REQUIRE(impacts);
  CHECK(is_right(given, *impacts));
  CHECK_FALSE(is_right(given, *impacts, given.articles().front().docid));
}

TEST_CASE("A flipped bit that changes what is read of impacts is noticed",
          "[index][impacts_check]") {
  const SmallImpacts given(4, 3000, kInvertedAtOnce);
  const auto sound = Impacts::open(given.path(), kSmallUuid);
  REQUIRE(sound);
  const auto expected = contents(given, *sound);
  const auto bytes = read_file(given.path());
  REQUIRE(bytes);
  std::vector<std::uint64_t> aligned((bytes->size() + 7) / 8);
  std::mt19937 random(5);
  std::size_t noticed = 0;
  for (int round = 0; round < 300; ++round) {
    std::string flipped = *bytes;
    flipped[random() % flipped.size()] ^= static_cast<char>(1U << (random() % 8));
    std::copy(flipped.begin(), flipped.end(), reinterpret_cast<char*>(aligned.data()));
    const auto impacts =
        Impacts::over({reinterpret_cast<const char*>(aligned.data()), flipped.size()}, kSmallUuid);
    if (!impacts) continue;
    const bool same_averages =
        impacts->statistics().average_title_words == sound->statistics().average_title_words &&
        impacts->statistics().average_body_words == sound->statistics().average_body_words;
    CHECK(is_right(given, *impacts) == (same_averages && contents(given, *impacts) == expected));
    noticed += is_right(given, *impacts) ? 0 : 1;
  }
  CHECK(noticed > 200);
}

}  // namespace dateline
