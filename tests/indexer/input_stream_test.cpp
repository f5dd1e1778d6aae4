#include "indexer/input_stream.h"

#include <catch2/catch.hpp>

#include "tests/support/gzip.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

struct Lines {
  std::vector<std::string> read;
  std::vector<std::string> errors;
};

Lines lines_of(const std::filesystem::path& path) {
  Lines lines;
  auto stream = InputStream::open(path);
  REQUIRE(stream);
  while (auto line = stream->next_line()) {
    if (*line) {
      lines.read.push_back(**line);
    } else {
      lines.errors.push_back(line->error().message);
    }
    REQUIRE(lines.read.size() + lines.errors.size() < 1000);  // it ends
  }
  CHECK_FALSE(stream->next_line());
  return lines;
}

// Words that do not compress to nothing.
std::string long_text() {
  std::string text;
  for (int number = 0; number < 100'000; ++number) text += std::to_string(number * 7919) + " ";
  return text;
}

}  // namespace

TEST_CASE("A stream is read line by line, packed or not", "[indexer][input_stream]") {
  const auto [bytes, expected] = GENERATE(table<std::string, std::vector<std::string>>({
      {"", {}},
      {"\n", {""}},
      {"one", {"one"}},
      {"one\n", {"one"}},
      {"one\ntwo", {"one", "two"}},
      {"one\n\ntwo\n\n", {"one", "", "two", ""}},
      {"one\r\ntwo\r\n", {"one\r", "two\r"}},
      {std::string("nul\0nul\n", 8), {std::string("nul\0nul", 7)}},
      {std::string(65535, 'x') + "\n" + std::string(65536, 'y') + "\nz",
       {std::string(65535, 'x'), std::string(65536, 'y'), "z"}},
  }));
  const TemporaryFolder folder;
  CAPTURE(bytes.size());
  CHECK(lines_of(folder.write("a.jsonl", bytes)).read == expected);
  CHECK(lines_of(folder.write("a.jsonl.gz", gzip(bytes))).read == expected);
}

TEST_CASE("Gzip files that were joined are read as one", "[indexer][input_stream]") {
  const TemporaryFolder folder;
  const auto path = folder.write("a.jsonl.gz", gzip("one\ntw") + gzip("o\nthree\n"));
  CHECK(lines_of(path).read == std::vector<std::string>{"one", "two", "three"});
}

TEST_CASE("A line that is too long is skipped and the next one is read",
          "[indexer][input_stream]") {
  const TemporaryFolder folder;
  const auto path =
      folder.write("a.jsonl", "before\n" + std::string(kMaxRecordBytes + 1, 'x') + "\nafter\n");
  const Lines lines = lines_of(path);
  CHECK(lines.read == std::vector<std::string>{"before", "after"});
  CHECK(lines.errors == std::vector<std::string>{"the line has 16777217 bytes, more than the "
                                                 "16777216 that a record may have"});
}

TEST_CASE("A line of exactly the limit is read", "[indexer][input_stream]") {
  const TemporaryFolder folder;
  const Lines lines = lines_of(folder.write("a.jsonl", std::string(kMaxRecordBytes, 'x') + "\n"));
  REQUIRE(lines.read.size() == 1);
  CHECK(lines.read[0].size() == kMaxRecordBytes);
}

TEST_CASE("A packed line that unpacks to more than the limit does not fill the memory",
          "[indexer][input_stream]") {
  const TemporaryFolder folder;
  const std::string bomb = gzip(std::string(kMaxRecordBytes * 4, ' '));
  const auto path = folder.write("a.txt.gz", bomb);
  CHECK(lines_of(path).errors.size() == 1);
  auto stream = InputStream::open(path);
  REQUIRE(stream);
  CHECK_FALSE(stream->read_all());
}

TEST_CASE("A whole file is read, packed or not", "[indexer][input_stream]") {
  const TemporaryFolder folder;
  for (const auto& path :
       {folder.write("a.txt", long_text()), folder.write("a.txt.gz", gzip(long_text()))}) {
    auto stream = InputStream::open(path);
    REQUIRE(stream);
    const auto all = stream->read_all();
    REQUIRE(all);
    CHECK(*all == long_text());
    CHECK(stream->consumed() == std::filesystem::file_size(path));
  }
}

TEST_CASE("A whole file over the limit is refused", "[indexer][input_stream]") {
  const TemporaryFolder folder;
  auto stream = InputStream::open(folder.write("a.txt", std::string(kMaxRecordBytes + 1, 'x')));
  REQUIRE(stream);
  const auto all = stream->read_all();
  REQUIRE_FALSE(all);
  CHECK(all.error().message == "the file has more than the 16777216 bytes that a record may have");
}

TEST_CASE("Packed data that is cut off gives its lines, then one error",
          "[indexer][input_stream]") {
  const TemporaryFolder folder;
  std::string packed = gzip("one\ntwo\n" + long_text());
  packed.resize(packed.size() / 2);
  const Lines lines = lines_of(folder.write("a.jsonl.gz", packed));
  REQUIRE(lines.read.size() >= 2);
  CHECK(lines.read[1] == "two");
  CHECK(lines.errors ==
        std::vector<std::string>{"cannot read further: the compressed data is cut off"});
}

TEST_CASE("Packed data that is damaged is an error, at the latest at its checksum",
          "[indexer][input_stream]") {
  const TemporaryFolder folder;
  const std::string packed = gzip("one\n" + long_text());
  const std::size_t at = GENERATE_COPY(packed.size() / 2, packed.size() - 6);
  std::string damaged = packed;
  damaged[at] = static_cast<char>(~damaged[at]);
  const auto path = folder.write("a.jsonl.gz", damaged);
  const Lines lines = lines_of(path);
  REQUIRE(lines.errors.size() == 1);
  CHECK(lines.errors[0].starts_with("cannot read further: "));
  auto stream = InputStream::open(path);
  REQUIRE(stream);
  CHECK_FALSE(stream->read_all());
}

TEST_CASE("Bytes that only pretend to be gzip are no crash", "[indexer][input_stream]") {
  const TemporaryFolder folder;
  const auto bytes = GENERATE(std::string("\x1F\x8B", 2), std::string("\x1F\x8B\x08\xFF", 4),
                              std::string("\x1F\x8B\x08\0\0\0\0\0\0\3", 10) + "rubbish");
  auto stream = InputStream::open(folder.write("a.txt.gz", bytes));
  REQUIRE(stream);
  const auto all = stream->read_all();
  CHECK((!all || *all == bytes));
}

TEST_CASE("What cannot be opened or read says why", "[indexer][input_stream]") {
  const auto missing = InputStream::open("/nonexistent/a.txt");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().kind == ErrorKind::kInput);
  CHECK(missing.error().message == "cannot open: No such file or directory");

  const TemporaryFolder folder;
  auto stream = InputStream::open(folder.path());
  REQUIRE(stream);
  const auto all = stream->read_all();
  REQUIRE_FALSE(all);
  CHECK(all.error().message == "cannot read further: Is a directory");
}

}  // namespace dateline
