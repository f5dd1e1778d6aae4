#include "common/index/groups.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/support/damage.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

const GroupLists kLists{{{{0, 3}, {1, 1}}, {{0, 1}, {0, 2}, {2, 9}}},
                        {{{0, 3}, {1, 1}, {2, 1}}, {{0, 1}, {0, 2}, {2, 9}}}};

std::string identity() {
  SegmentEntry segment;
  segment.name = "segment-000001";
  segment.uuid = "cc47c5b1-1836-4217-a86a-db0bd69a4cbd";
  return groups_identity({segment});
}

std::vector<ArticlePlace> members(const GroupLevel& level, std::uint32_t group) {
  const auto places = level.members(group);
  return {places.begin(), places.end()};
}

}  // namespace

TEST_CASE("Groups are read as they were written, at both levels", "[index][groups]") {
  const std::string file = encode_groups(kLists, identity());
  const auto groups = Groups::over(file, identity());
  REQUIRE(groups);
  REQUIRE(groups->copies().size() == 2);
  CHECK(members(groups->copies(), 0) == kLists.copies[0]);
  CHECK(members(groups->copies(), 1) == kLists.copies[1]);
  CHECK(members(groups->copies(), 2).empty());
  REQUIRE(groups->stories().size() == 2);
  CHECK(members(groups->stories(), 0) == kLists.stories[0]);
}

TEST_CASE("Every article of a group is found, and no other", "[index][groups]") {
  const std::string file = encode_groups(kLists, identity());
  const auto groups = Groups::over(file, identity());
  REQUIRE(groups);
  const auto group_in = [](const ArticleGroups& lists, ArticlePlace place) {
    for (std::uint32_t group = 0; group < lists.size(); ++group) {
      if (std::ranges::find(lists[group], place) != lists[group].end()) return std::optional(group);
    }
    return std::optional<std::uint32_t>();
  };
  for (std::uint32_t segment = 0; segment < 4; ++segment) {
    for (std::uint32_t docid = 0; docid < 12; ++docid) {
      CAPTURE(segment, docid);
      const ArticlePlace place{segment, docid};
      CHECK(groups->copies().group_of(place) == group_in(kLists.copies, place));
      CHECK(groups->stories().group_of(place) == group_in(kLists.stories, place));
    }
  }
}

TEST_CASE("Groups are those of one generation", "[index][groups]") {
  SegmentEntry segment;
  segment.name = "segment-000001";
  segment.uuid = "cc47c5b1-1836-4217-a86a-db0bd69a4cbd";
  SegmentEntry with_deletions = segment;
  with_deletions.deletions = "deleted-000001-000007";
  CHECK(groups_identity({segment}) != groups_identity({with_deletions}));
  CHECK(groups_identity({segment}) != groups_identity({segment, segment}));

  const TemporaryFolder folder;
  const auto path = folder.write("groups-000007", encode_groups(kLists, identity()));
  CHECK(Groups::open(path, identity()));
  const auto other = Groups::open(path, groups_identity({with_deletions}));
  REQUIRE_FALSE(other);
  CHECK(other.error().kind == ErrorKind::kCorrupt);
  CHECK(other.error().message.find("dateline-index rebuild") != std::string::npos);
}

TEST_CASE("Damaged groups read as wrong ones, never beyond the file", "[index][groups]") {
  const std::string file = encode_groups(kLists, identity());
  std::uint64_t sum = 0;
  for_each_damaged(file, 3000, [&sum](const std::string& damaged) {
    const auto groups = Groups::over(damaged, identity());
    if (!groups) return;
    for (const GroupLevel* level : {&groups->copies(), &groups->stories()}) {
      for (std::uint32_t group = 0; group < level->size() + 2; ++group) {
        for (const ArticlePlace& place : level->members(group)) sum += place.docid;
      }
      for (std::uint32_t docid = 0; docid < 10; ++docid) {
        sum += level->group_of({0, docid}).value_or(0);
      }
    }
  });
  CHECK(sum > 0);
}

}  // namespace dateline
