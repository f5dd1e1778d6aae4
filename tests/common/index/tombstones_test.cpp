#include "common/index/tombstones.h"

#include <catch2/catch.hpp>

#include "tests/support/damage.h"

namespace dateline {
namespace {

constexpr const char* kUuid = "cc47c5b1-1836-4217-a86a-db0bd69a4cbd";

Tombstones some_buried() {
  Tombstones tombstones(200);
  for (const std::uint32_t docid : {1U, 63U, 64U, 128U, 200U}) tombstones.bury(docid);
  return tombstones;
}

}  // namespace

TEST_CASE("Without tombstones nothing is deleted", "[index][tombstones]") {
  const Tombstones none;
  CHECK(none.count() == 0);
  CHECK_FALSE(none.contains(0));
  CHECK_FALSE(none.contains(1));
  CHECK_FALSE(none.contains(4294967295U));
}

TEST_CASE("A buried article stays buried, its neighbours alive", "[index][tombstones]") {
  const Tombstones tombstones = some_buried();
  CHECK(tombstones.count() == 5);
  CHECK(tombstones.contains(64));
  CHECK_FALSE(tombstones.contains(62));
  CHECK_FALSE(tombstones.contains(65));
  CHECK_FALSE(tombstones.contains(201));
  CHECK_FALSE(tombstones.contains(1'000'000));
}

TEST_CASE("Burying twice counts once", "[index][tombstones]") {
  Tombstones tombstones = some_buried();
  tombstones.bury(64);
  CHECK(tombstones.count() == 5);
}

TEST_CASE("Tombstones are read as they were written", "[index][tombstones]") {
  const auto read = Tombstones::decode(some_buried().encode(kUuid), kUuid);
  REQUIRE(read);
  for (std::uint32_t docid = 0; docid < 300; ++docid) {
    CHECK(read->contains(docid) == some_buried().contains(docid));
  }
}

TEST_CASE("Tombstones of another segment are refused", "[index][tombstones]") {
  const std::string bytes = some_buried().encode(kUuid);
  const auto other =
      GENERATE(as<std::string>(), "", "x", "dd47c5b1-1836-4217-a86a-db0bd69a4cbd",
               "cc47c5b1-1836-4217-a86a-db0bd69a4cbd-and-more", std::string(1000, 'x'));
  const auto read = Tombstones::decode(bytes, other);
  REQUIRE_FALSE(read);
  CHECK(read.error().kind == ErrorKind::kCorrupt);
  CHECK(read.error().message == "not the tombstones of this segment");
}

TEST_CASE("Damaged tombstones are refused", "[index][tombstones]") {
  std::size_t accepted = 0;
  for_each_damaged(some_buried().encode(kUuid), 5000, [&](const std::string& damaged) {
    if (Tombstones::decode(damaged, kUuid)) ++accepted;
  });
  CHECK(accepted == 0);
  CHECK_FALSE(Tombstones::decode(some_buried().encode(kUuid) + "x", kUuid));
}

}  // namespace dateline
