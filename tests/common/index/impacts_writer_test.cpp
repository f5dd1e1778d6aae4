#include "common/index/impacts_writer.h"

#include <catch2/catch.hpp>

#include "common/file.h"
#include "tests/support/small_impacts.h"

namespace dateline {

TEST_CASE("Little memory takes more readings and writes the same file", "[index][impacts_writer]") {
  const SmallImpacts at_once(3, 2000, kInvertedAtOnce);
  const SmallImpacts by_parts(3, 2000, 500);
  CHECK(at_once.replays() == 1);
  CHECK(by_parts.replays() > 2);
  CHECK(*read_file(at_once.path()) == *read_file(by_parts.path()));
}

TEST_CASE("An article that cannot be read again stops the writing", "[index][impacts_writer]") {
  const SmallImpacts given(3, 20, kInvertedAtOnce);
  const TemporaryFolder folder;
  const Error gone{ErrorKind::kSystem, "the spool is gone"};
  const auto written = write_impacts(folder / "impacts", kSmallUuid, given.terms(), given.columns(),
                                     [&](const ArticleVisit&) -> Result<void> { return gone; });
  REQUIRE_FALSE(written);
  CHECK(written.error() == gone);
}

TEST_CASE("A folder that is not there is an error", "[index][impacts_writer]") {
  const SmallImpacts given(3, 20, kInvertedAtOnce);
  const TemporaryFolder folder;
  const auto written =
      write_impacts(folder / "nowhere/impacts", kSmallUuid, given.terms(), given.columns(),
                    [](const ArticleVisit&) { return Result<void>(); });
  REQUIRE_FALSE(written);
  CHECK(written.error().kind == ErrorKind::kSystem);
}

}  // namespace dateline
