#include "common/index/manifest_stamp.h"

#include <catch2/catch.hpp>

#include "common/index/manifest.h"
#include "tests/support/temporary_folder.h"

namespace dateline {

TEST_CASE("A stamp changes with every publication and with nothing else",
          "[index][manifest_stamp]") {
  const TemporaryFolder folder;
  CHECK_FALSE(stamp_of_manifest(folder.path()));
  CHECK_FALSE(stamp_of_manifest(folder / "nothing"));
  Manifest manifest;
  std::optional<ManifestStamp> before;
  for (manifest.generation = 1; manifest.generation < 5; ++manifest.generation) {
    REQUIRE(publish_manifest(folder.path(), manifest));
    const auto stamp = stamp_of_manifest(folder.path());
    REQUIRE(stamp);
    CHECK(stamp != before);
    folder.write("other", "file");
    CHECK(stamp_of_manifest(folder.path()) == stamp);
    before = stamp;
  }
}

}  // namespace dateline
