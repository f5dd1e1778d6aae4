#include "indexer/merge_policy.h"

#include <catch2/catch.hpp>

namespace dateline {
namespace {

using Numbers = std::vector<std::size_t>;

struct Size {
  std::uint32_t articles = 0;
  std::uint32_t deleted = 0;
};

Numbers merged(const std::vector<Size>& sizes) {
  std::vector<SegmentEntry> segments;
  for (const Size& size : sizes) {
    SegmentEntry segment;
    segment.articles = size.articles;
    segment.deleted = size.deleted;
    segments.push_back(segment);
  }
  return segments_to_merge(segments);
}

}  // namespace

TEST_CASE("Few segments are left as they are", "[indexer][merge_policy]") {
  CHECK(merged({}).empty());
  CHECK(merged({{1, 0}}).empty());
  CHECK(merged({{1000000, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 0}}).empty());
}

TEST_CASE("A full tier is merged, and all that is smaller with it", "[indexer][merge_policy]") {
  CHECK(merged({{9000, 0}, {1, 0}, {9, 0}, {2, 0}, {1, 0}, {1, 0}, {200, 0}, {1, 0}, {1, 0}}) ==
        Numbers{1, 2, 3, 4, 5, 6, 7, 8});
  CHECK(merged({{300, 0},
                {2000, 0},
                {400, 0},
                {5, 0},
                {900, 0},
                {90000, 0},
                {300, 0},
                {300, 0},
                {300, 0},
                {301, 0}}) == Numbers{0, 1, 2, 3, 4, 6, 7, 8, 9});
}

TEST_CASE("What is mostly deleted is rewritten", "[indexer][merge_policy]") {
  CHECK(merged({{100, 50}}).empty());
  CHECK(merged({{100, 51}}) == Numbers{0});
  CHECK(merged({{100000, 0}, {1000, 600}, {10, 0}}) == Numbers{1});
}

// Ten thousand additions of one article each.
TEST_CASE("The number of segments grows with the logarithm of the articles, and so does the work",
          "[indexer][merge_policy]") {
  std::vector<Size> segments;
  std::size_t most = 0;
  std::size_t rewritten = 0;
  constexpr std::uint32_t kAdditions = 10000;
  for (std::uint32_t addition = 0; addition < kAdditions; ++addition) {
    segments.push_back({1, 0});
    Size sum;
    const Numbers numbers = merged(segments);
    for (std::size_t at = numbers.size(); at-- > 0;) {
      sum.articles += segments[numbers[at]].articles;
      segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(numbers[at]));
    }
    if (sum.articles > 0) segments.push_back(sum);
    rewritten += sum.articles;
    most = std::max(most, segments.size());
  }
  CHECK(most <= 3 * kTierFactor);
  CHECK(rewritten <= std::size_t{40} * kAdditions);
}

}  // namespace dateline
