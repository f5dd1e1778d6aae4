#include "indexer/segment_files.h"

#include <catch2/catch.hpp>

#include "common/file.h"
#include "common/index/segment.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// A segment's folder as the workshop holds it, named building/segment-000009.
SegmentEntry built_segment(const TemporaryFolder& index) {
  fs::create_directory(index / "building");
  SegmentEntry entry = write_segment(index / "building", 9, {an_article("a"), an_article("b")});
  entry.files.clear();
  return entry;
}

}  // namespace

TEST_CASE("A folder becomes a segment, every file of it listed with size and checksum",
          "[indexer][segment_files]") {
  const TemporaryFolder index;
  SegmentEntry entry = built_segment(index);
  REQUIRE(install_segment(index / "building/segment-000009", index.path(), entry));
  CHECK_FALSE(fs::exists(index / "building/segment-000009"));
  CHECK(open_segment(index.path(), entry));
  std::size_t files = 0;
  for (const auto& file : fs::recursive_directory_iterator(index / "segment-000009")) {
    if (!file.is_regular_file()) continue;
    ++files;
    const auto name = fs::relative(file.path(), index / "segment-000009").generic_string();
    CAPTURE(name);
    const auto digest = digest_file(file.path());
    REQUIRE(digest);
    REQUIRE(entry.files.count(name) == 1);
    CHECK(entry.files.at(name) == *digest);
  }
  CHECK(entry.files.size() == files);
  CHECK(entry.files.count("columns") == 1);
}

TEST_CASE("A folder that cannot be moved into place leaves nothing there",
          "[indexer][segment_files]") {
  const TemporaryFolder index;
  SegmentEntry entry = built_segment(index);
  const auto installed = install_segment(index / "building/segment-000009", index / "none", entry);
  REQUIRE_FALSE(installed);
  CHECK(installed.error().message == "cannot write to '" +
                                         (index / "none/segment-000009").string() +
                                         "': No such file or directory");
}

TEST_CASE("A file that is shorter, changed or gone is a problem", "[indexer][segment_files]") {
  const TemporaryFolder index;
  SegmentEntry entry = built_segment(index);
  REQUIRE(install_segment(index / "building/segment-000009", index.path(), entry));
  CHECK(problems_of_files(index.path(), entry).empty());
  const fs::path columns = index / "segment-000009/columns";
  std::string bytes = *read_file(columns);
  SECTION("changed") {
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    index.write("segment-000009/columns", bytes);
    CHECK(problems_of_files(index.path(), entry) ==
          std::vector<std::string>{"columns has been changed (its checksum differs)"});
  }
  SECTION("shorter") {
    index.write("segment-000009/columns", "rubbish");
    CHECK(
        problems_of_files(index.path(), entry) ==
        std::vector<std::string>{"columns has 7 bytes instead of " + std::to_string(bytes.size())});
  }
  SECTION("gone") {
    fs::remove(columns);
    CHECK(problems_of_files(index.path(), entry) ==
          std::vector<std::string>{"cannot open '" + columns.string() +
                                   "': No such file or directory"});
  }
}

}  // namespace dateline
