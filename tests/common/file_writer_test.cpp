#include "common/file_writer.h"

#include <catch2/catch.hpp>

#include "common/file.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

// Pieces of all sizes around that of a buffer.
std::string pieces(FileWriter* writer) {
  std::string all;
  for (std::size_t size = 1; size < 1'000'000; size = size * 3 + 1) {
    const std::string piece(size, static_cast<char>('a' + size % 26));
    if (writer != nullptr) writer->append(piece);
    all += piece;
  }
  return all;
}

}  // namespace

TEST_CASE("A file has what was appended, in order", "[common][file_writer]") {
  const TemporaryFolder folder;
  auto writer = FileWriter::create(folder / "file");
  REQUIRE(writer);
  const std::string expected = pieces(&*writer);
  CHECK(writer->size() == expected.size());
  REQUIRE(writer->finish());
  const auto read = read_file(folder / "file");
  REQUIRE(read);
  CHECK(*read == expected);
}

TEST_CASE("What was flushed can be read while the file is written", "[common][file_writer]") {
  const TemporaryFolder folder;
  auto writer = FileWriter::create(folder / "file");
  REQUIRE(writer);
  writer->append("one");
  REQUIRE(writer->flush());
  CHECK(*read_file(folder / "file") == "one");
  writer->append(" two");
  REQUIRE(writer->finish());
  CHECK(*read_file(folder / "file") == "one two");
}

TEST_CASE("A failure names the file and the reason", "[common][file_writer]") {
  const TemporaryFolder folder;
  const auto nowhere = FileWriter::create(folder / "none" / "file");
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().message ==
        "cannot create '" + (folder / "none" / "file").string() + "': No such file or directory");

  auto full = FileWriter::create("/dev/full");
  REQUIRE(full);
  pieces(&*full);
  const auto finished = full->finish();
  REQUIRE_FALSE(finished);
  CHECK(finished.error().message == "cannot write '/dev/full': No space left on device");
}

}  // namespace dateline
