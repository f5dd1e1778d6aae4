#include "common/index/impacts.h"

#include <bit>

#include <catch2/catch.hpp>

#include "common/file.h"
#include "tests/support/damage.h"
#include "tests/support/small_impacts.h"

namespace dateline {
namespace {

// All postings of a list, cell by cell.
std::vector<Posting> postings_of(const ImpactList& list, std::uint32_t last_docid) {
  std::vector<Posting> postings = list.few;
  for (std::uint32_t range = 0; range <= last_docid / kRangeArticles; ++range) {
    const ImpactCell cell = list.cell(range);
    std::size_t next = 0;
    for (std::uint64_t rest = cell.mask; rest != 0; rest &= rest - 1) {
      const auto position = static_cast<std::uint32_t>(std::countr_zero(rest));
      postings.push_back(list.posting(range * kRangeArticles + position, cell.codes[next++]));
    }
  }
  return postings;
}

std::vector<std::uint64_t> bitmap_of(const std::vector<Posting>& postings, std::size_t ranges) {
  std::vector<std::uint64_t> bitmap(ranges);
  for (const Posting& posting : postings) {
    bitmap[posting.docid / 64] |= std::uint64_t{1} << posting.docid % 64;
  }
  return bitmap;
}

}  // namespace

TEST_CASE("Lists of every shape give their postings back", "[index][impacts]") {
  const auto last_docid = GENERATE(1U, 63U, 64U, 200U, 6000U);
  const SmallImpacts given(last_docid, last_docid, kInvertedAtOnce);
  const auto impacts = Impacts::open(given.path(), kSmallUuid);
  REQUIRE(impacts);
  const Terms terms = given.terms();
  for (const auto& [term, expected] : given.postings()) {
    CAPTURE(term, last_docid, expected.size());
    const auto id = terms.find(0, term);
    REQUIRE(id);
    const ImpactList list = impacts->list(*id);
    CHECK(postings_of(list, last_docid) == expected);
    std::vector<std::uint64_t> bitmap(last_docid / 64 + 1);
    list.add_to(bitmap);
    CHECK(bitmap == bitmap_of(expected, bitmap.size()));
  }
  CHECK(postings_of(impacts->list(terms.size()), last_docid).empty());
  CHECK(postings_of(impacts->list(~0U), last_docid).empty());
}

TEST_CASE("Bounds are not below what any article of the range scores", "[index][impacts]") {
  const std::uint32_t last_docid = 6000;
  const SmallImpacts given(5, last_docid, kInvertedAtOnce);
  const auto impacts = Impacts::open(given.path(), kSmallUuid);
  REQUIRE(impacts);
  const Terms terms = given.terms();
  const Columns columns = given.columns();
  std::size_t shapes[3] = {};
  std::size_t tight = 0;
  for (const auto& [term, expected] : given.postings()) {
    const ImpactList list = impacts->list(*terms.find(0, term));
    ++shapes[list.masks.empty() ? (list.ranges.empty() ? 0 : 1) : 2];
    std::vector<double> most(last_docid / 64 + 1);
    for (const Posting& posting : expected) {
      const double x = weighted_occurrences(
          posting.in_title, posting.in_body, columns.title_words(posting.docid),
          columns.body_words(posting.docid), impacts->statistics());
      double& here = most[posting.docid / 64];
      here = std::max(here, x / (x + kSaturation));
    }
    for (std::size_t cell = 0; cell < list.bounds.size(); ++cell) {
      const double exact = most[list.masks.empty() ? list.ranges[cell] : cell];
      CHECK(list.bounds[cell] / kFullImpact >= exact);
      CHECK(list.bounds[cell] / kFullImpact <= exact + 1.001 / kFullImpact);
      ++tight;
    }
  }
  CHECK(shapes[0] > 0);
  CHECK(shapes[1] > 0);
  CHECK(shapes[2] > 0);
  CHECK(tight > 100);
}

TEST_CASE("Impacts of another database are refused", "[index][impacts]") {
  const SmallImpacts given(1, 10, kInvertedAtOnce);
  const auto impacts = Impacts::open(given.path(), "dc47c5b1-1836-4217-a86a-db0bd69a4cbd");
  REQUIRE_FALSE(impacts);
  CHECK(impacts.error().kind == ErrorKind::kCorrupt);
}

// Sanitizers and the test's end show that nothing worse happens than other postings.
TEST_CASE("Damaged impacts are refused or read as others", "[index][impacts]") {
  const std::uint32_t last_docid = 3000;
  const SmallImpacts given(9, last_docid, kInvertedAtOnce);
  const std::string file = *read_file(given.path());
  std::size_t readable = 0;
  std::mt19937 random(4);
  for (int round = 0; round < 2000; ++round) {
    std::string damaged = file;
    for (int more = 0; more < 8; ++more) {
      damaged[128 + random() % (damaged.size() - 128)] = static_cast<char>(random());
    }
    if (round % 4 == 0) damaged.resize(damaged.size() - random() % 3000);
    const auto impacts = Impacts::over(damaged, kSmallUuid);
    if (!impacts) continue;
    ++readable;
    for (TermId id = 0; id < 16; ++id) {
      const ImpactList list = impacts->list(id);
      postings_of(list, last_docid + 64);
      std::vector<std::uint64_t> bitmap(20);
      list.add_to(bitmap);
    }
  }
  CHECK(readable > 500);
}

}  // namespace dateline
