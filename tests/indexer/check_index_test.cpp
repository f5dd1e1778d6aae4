#include "indexer/check_index.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "common/index/manifest.h"
#include "common/index/tombstones.h"
#include "indexer/delete_articles.h"
#include "tests/indexer/adding.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

CheckReport checked(const fs::path& index) {
  const auto report = check_index(index);
  if (!report) FAIL(report.error().message);
  return *report;
}

void flip_byte(const fs::path& path, std::uintmax_t at) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(static_cast<std::streamoff>(at));
  const int byte = file.get();
  file.seekp(static_cast<std::streamoff>(at));
  file.put(static_cast<char>(byte ^ 1));
  REQUIRE(file.flush());
}

// Two segments, one with a deleted article.
void make_index(const fs::path& index) {
  add_lines(index, article_lines(1, 5));
  add_lines(index, article_lines(6, 9));
  REQUIRE(delete_articles(index, {"a2"}));
}

// Puts a file in the place of another one and says so in the manifest.
void forge(const TemporaryFolder& index, const std::string& name, const std::string& bytes) {
  auto manifest = read_manifest(index.path());
  REQUIRE(manifest);
  index.write("segment-000001/" + name, bytes);
  manifest->segments[0].files[name] = {bytes.size(), crc32_of(bytes)};
  REQUIRE(publish_manifest(index.path(), *manifest));
}

}  // namespace

TEST_CASE("A sound index has no problems", "[indexer][check_index]") {
  const TemporaryFolder index;
  make_index(index.path());
  const CheckReport report = checked(index.path());
  CHECK(report.segments == 2);
  CHECK(report.articles == 8);
  CHECK(report.problems == std::vector<std::string>{});
}

TEST_CASE("An empty index is sound", "[indexer][check_index]") {
  const TemporaryFolder index;
  add_lines(index.path(), "");
  CHECK(checked(index.path()).problems.empty());
}

TEST_CASE("One changed byte in any file is found and the file named", "[indexer][check_index]") {
  const TemporaryFolder index;
  make_index(index.path());
  const auto manifest = read_manifest(index.path());
  REQUIRE(manifest);
  for (const auto& [name, digest] : manifest->segments[0].files) {
    if (digest.bytes == 0) continue;
    const fs::path path = index / "segment-000001" / name;
    for (const std::uintmax_t at : {std::uint64_t{0}, digest.bytes / 2, digest.bytes - 1}) {
      CAPTURE(name, at);
      flip_byte(path, at);
      const CheckReport report = checked(index.path());
      CHECK(report.problems ==
            std::vector<std::string>{"segment-000001: " + name +
                                     " has been changed (its checksum differs)"});
      flip_byte(path, at);
    }
  }
  CHECK(checked(index.path()).problems.empty());
}

TEST_CASE("Files that are gone, cut or longer are found", "[indexer][check_index]") {
  const TemporaryFolder index;
  make_index(index.path());
  const fs::path path = index / "segment-000001/columns";
  const auto size = fs::file_size(path);
  fs::resize_file(path, size - 1);
  CHECK(checked(index.path()).problems ==
        std::vector<std::string>{"segment-000001: columns has " + std::to_string(size - 1) +
                                 " bytes instead of " + std::to_string(size)});
  fs::resize_file(path, size + 1);
  CHECK(checked(index.path()).problems.size() == 1);
  fs::remove(path);
  CHECK(checked(index.path()).problems ==
        std::vector<std::string>{"segment-000001: cannot open '" + path.string() +
                                 "': No such file or directory"});
}

TEST_CASE("A segment that is gone is found and the others are checked all the same",
          "[indexer][check_index]") {
  const TemporaryFolder index;
  make_index(index.path());
  fs::remove_all(index / "segment-000001");
  const CheckReport report = checked(index.path());
  CHECK(report.segments == 2);
  CHECK(report.articles == 4);
  CHECK_FALSE(report.problems.empty());
  for (const std::string& problem : report.problems) {
    CHECK(problem.starts_with("segment-000001: "));
  }
}

TEST_CASE("Damaged or missing tombstones are found", "[indexer][check_index]") {
  const TemporaryFolder index;
  make_index(index.path());
  const fs::path path = index / "deleted-000001-000003";
  flip_byte(path, fs::file_size(path) / 2);
  REQUIRE(checked(index.path()).problems.size() == 1);
  CHECK(checked(index.path()).problems[0].find("deleted-000001-000003") != std::string::npos);
  fs::remove(path);
  REQUIRE(checked(index.path()).problems.size() == 1);
}

TEST_CASE("Tombstones other than the manifest's number are found", "[indexer][check_index]") {
  const TemporaryFolder index;
  make_index(index.path());
  const auto manifest = read_manifest(index.path());
  REQUIRE(manifest);
  Tombstones more(5);
  more.bury(1);
  more.bury(2);
  index.write("deleted-000001-000003", more.encode(manifest->segments[0].uuid));
  const CheckReport report = checked(index.path());
  REQUIRE_FALSE(report.problems.empty());
  CHECK(report.problems[0] == "segment-000001: the tombstones are 2, not 1");
}

TEST_CASE("Columns that are not those of the database are found", "[indexer][check_index]") {
  const TemporaryFolder index;
  make_index(index.path());
  auto columns = read_file(index / "segment-000001/columns");
  REQUIRE(columns);
  // The language's name.
  columns->at(columns->rfind("en\n")) = 'x';
  forge(index, "columns", *columns);
  CHECK(checked(index.path()).problems ==
        std::vector<std::string>{"segment-000001: the columns are not those of the database; mend "
                                 "with: dateline-index rebuild"});
}

TEST_CASE("What is left over from a killed writer is no problem", "[indexer][check_index]") {
  const TemporaryFolder index;
  make_index(index.path());
  index.write("building/part-0/x", "half");
  index.write("segment-000009/columns", "half");
  CHECK(checked(index.path()).problems.empty());
}

TEST_CASE("Without a manifest there is nothing to check", "[indexer][check_index]") {
  const auto report = check_index("/nonexistent/index");
  REQUIRE_FALSE(report);
  CHECK(report.error().kind == ErrorKind::kMissing);
}

}  // namespace dateline
