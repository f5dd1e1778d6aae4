#include "common/file.h"

#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  const auto content = read_file(path);
  if (!content) FAIL(content.error().message);
  return *content;
}

}  // namespace

TEST_CASE("A file is read as it was written", "[common][file]") {
  const TemporaryFolder folder;
  const std::string bytes =
      GENERATE(std::string(), std::string("a\0b\n", 4), std::string((1 << 16) + 1, 'x'));
  REQUIRE(write_file_synced(folder / "a", bytes));
  CHECK(content_of(folder / "a") == bytes);
  const auto mapped = MappedFile::open(folder / "a");
  REQUIRE(mapped);
  CHECK(mapped->bytes() == bytes);
}

TEST_CASE("Replacing a file leaves nothing beside it", "[common][file]") {
  const TemporaryFolder folder;
  REQUIRE(replace_file(folder / "a", "old"));
  REQUIRE(replace_file(folder / "a", "new"));
  CHECK(content_of(folder / "a") == "new");
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("A file that cannot be replaced stays, with nothing beside it", "[common][file]") {
  const TemporaryFolder folder;
  folder.write("a/b", "in the way");  // no file can take the place of a folder with files
  const auto replaced = replace_file(folder / "a", "new");
  REQUIRE_FALSE(replaced);
  CHECK(replaced.error().kind == ErrorKind::kSystem);
  CHECK(replaced.error().message ==
        "cannot replace '" + (folder / "a").string() + "': Is a directory");
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("What is not there is missing, and the error names it", "[common][file]") {
  const std::string reason = " '/nonexistent/a': No such file or directory";
  CHECK(read_file("/nonexistent/a").error() == Error{ErrorKind::kMissing, "cannot open" + reason});
  CHECK(digest_file("/nonexistent/a").error().kind == ErrorKind::kMissing);
  CHECK(MappedFile::open("/nonexistent/a").error().kind == ErrorKind::kMissing);
  CHECK(sync_path("/nonexistent/a").error().kind == ErrorKind::kMissing);
  CHECK(write_file_synced("/nonexistent/a", "x").error() ==
        Error{ErrorKind::kMissing, "cannot create" + reason});
  CHECK(link_or_copy("/nonexistent/a", "/nonexistent/b").error().kind == ErrorKind::kMissing);
}

TEST_CASE("A folder is not read as a file", "[common][file]") {
  const TemporaryFolder folder;
  CHECK(read_file(folder.path()).error() ==
        Error{ErrorKind::kSystem, "cannot read '" + folder.path().string() + "': Is a directory"});
  CHECK_FALSE(MappedFile::open(folder.path()));
}

TEST_CASE("The digest of a file is its size and zlib's CRC-32", "[common][file]") {
  const TemporaryFolder folder;
  CHECK(crc32_of("123456789") == 0xCBF43926U);  // the check value of the algorithm
  CHECK(crc32_of("") == 0);
  const auto digest = digest_file(folder.write("a", "123456789"));
  REQUIRE(digest);
  CHECK(*digest == FileDigest{9, 0xCBF43926U});
}

TEST_CASE("A copy has the same bytes, however it is made", "[common][file]") {
  const TemporaryFolder folder;
  const fs::path original = folder.write("a", "words");
  REQUIRE(link_or_copy(original, folder / "b"));
  CHECK(content_of(folder / "b") == "words");
  fs::remove(original);
  CHECK(content_of(folder / "b") == "words");
  CHECK_FALSE(link_or_copy(folder.write("c", "others"), folder / "b"));
  CHECK(content_of(folder / "b") == "words");
}

TEST_CASE("A mapped file outlives its name, moves and other objects", "[common][file]") {
  const TemporaryFolder folder;
  auto first = MappedFile::open(folder.write("a", "words"));
  auto second = MappedFile::open(folder.write("b", "others"));
  REQUIRE(first);
  REQUIRE(second);
  fs::remove(folder / "a");
  const std::string_view bytes = first->bytes();
  MappedFile moved = *std::move(first);
  CHECK(moved.bytes().data() == bytes.data());
  moved = *std::move(second);
  CHECK(moved.bytes() == "others");
}

}  // namespace dateline
