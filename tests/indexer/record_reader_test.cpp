#include "indexer/record_reader.h"

#include <catch2/catch.hpp>

#include "tests/support/gzip.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

struct Records {
  std::vector<Record> read;
  std::vector<std::string> rejected;
};

Records records_of(const std::filesystem::path& path) {
  Records records;
  const auto kind = kind_of(path);
  REQUIRE(kind);
  auto reader = RecordReader::open({path, *kind, 0});
  REQUIRE(reader);
  while (auto record = reader->next()) {
    if (*record) {
      records.read.push_back(**record);
    } else {
      records.rejected.push_back(record->error().message);
    }
  }
  return records;
}

}  // namespace

TEST_CASE("A text file is one record whose id is its path", "[indexer][record_reader]") {
  const TemporaryFolder folder;
  for (const auto& path : {folder.write("a.txt", "One.\r\nTwo.\n"),
                           folder.write("b.txt.gz", gzip("One.\r\nTwo.\n"))}) {
    const Records records = records_of(path);
    REQUIRE(records.read.size() == 1);
    CHECK(records.read[0].id == path.string());
    CHECK(records.read[0].origin == path.string());
    CHECK(records.read[0].text == "One.\nTwo.\n");
    CHECK(records.read[0].title.empty());
  }
}

TEST_CASE("A text file that is no text is rejected with its path", "[indexer][record_reader]") {
  const TemporaryFolder folder;
  const auto [bytes, reason] = GENERATE(table<std::string, std::string>({
      {"", "empty"},
      {" \n\t\n", "empty"},
      {std::string("GIF89a\0\0\1", 9), "binary data, not text (NUL at byte 6)"},
  }));
  const auto path = folder.write("a.txt", bytes);
  const Records records = records_of(path);
  CHECK(records.read.empty());
  CHECK(records.rejected == std::vector<std::string>{path.string() + ": " + reason});
}

TEST_CASE("JSON lines are records, and their lines are counted from one",
          "[indexer][record_reader]") {
  const TemporaryFolder folder;
  const auto path = folder.write("dump.jsonl",
                                 "\xEF\xBB\xBF{\"text\": \"one\"}\r\n"
                                 "\n"
                                 " \t\r\n"
                                 "rubbish\n"
                                 "{\"text\": \"five\", \"id\": \"f\"}\n"
                                 "{\"text\": 7}");
  const std::string name = path.string();
  const Records records = records_of(path);
  REQUIRE(records.read.size() == 2);
  CHECK(records.read[0].origin == name + ":1");
  CHECK(records.read[0].id == name + ":1");
  CHECK(records.read[1].origin == name + ":5");
  CHECK(records.read[1].id == "f");
  REQUIRE(records.rejected.size() == 2);
  CHECK(records.rejected[0] == name + ":4: not JSON at byte 1: invalid literal");
  CHECK(records.rejected[1] == name + ":6: field 'text' must be a string, is a number");
}

TEST_CASE("A file of JSON lines may be empty", "[indexer][record_reader]") {
  const TemporaryFolder folder;
  const Records records = records_of(folder.write("a.jsonl", ""));
  CHECK(records.read.empty());
  CHECK(records.rejected.empty());
}

TEST_CASE("After a line that is too long the numbers go on", "[indexer][record_reader]") {
  const TemporaryFolder folder;
  const std::string longest(kMaxRecordBytes + 1, 'x');
  const auto path = folder.write("a.jsonl", longest + "\n{\"text\": \"two\"}\n");
  const Records records = records_of(path);
  REQUIRE(records.rejected.size() == 1);
  CHECK(records.rejected[0].starts_with(path.string() + ":1: the line has 16777217 bytes"));
  REQUIRE(records.read.size() == 1);
  CHECK(records.read[0].origin == path.string() + ":2");
}

TEST_CASE("Names that are not UTF-8 or not one line become ids that are both",
          "[indexer][record_reader]") {
  const TemporaryFolder folder;
  const auto [name, id] = GENERATE(table<std::string, std::string>({
      {"caf\xE9.txt", "caf%E9.txt"},
      {"two\nlines.txt", "two%0Alines.txt"},
      {"\xFF\xFE.jsonl", "%FF%FE.jsonl:1"},
      {"caf\xC3\xA9 100%.txt", "caf\xC3\xA9 100%.txt"},
  }));
  const Records records = records_of(folder.write(name, "{\"text\": \"words\"}"));
  REQUIRE(records.read.size() == 1);
  CHECK(records.read[0].id == folder.path().string() + "/" + id);
  CHECK(records.read[0].origin == records.read[0].id);
}

TEST_CASE("A file that cannot be opened is named", "[indexer][record_reader]") {
  const auto reader = RecordReader::open({"/nonexistent/a.txt", InputKind::kText, 0});
  REQUIRE_FALSE(reader);
  CHECK(reader.error().message == "/nonexistent/a.txt: cannot open: No such file or directory");
}

TEST_CASE("JSON lines in UTF-16 are rejected once, with what to do", "[indexer][record_reader]") {
  const TemporaryFolder folder;
  using namespace std::string_literals;
  const auto bytes = GENERATE("\xFF\xFE{\0\"\0i\0\n\0{\0\n\0"s, "\xFE\xFF\0{\0\"\0\n\0{\0\n"s);
  const auto path = folder.write("windows.jsonl", bytes);
  const Records records = records_of(path);
  CHECK(records.read.empty());
  CHECK(records.rejected ==
        std::vector<std::string>{path.string() +
                                 ":1: in UTF-16; JSON lines are UTF-8: iconv -f UTF-16 -t UTF-8"});
}

}  // namespace dateline
