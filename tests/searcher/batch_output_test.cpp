#include "searcher/batch_output.h"

#include <catch2/catch.hpp>

#include "common/file.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

void write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("Answers go on behind the last whole line", "[searcher][batch]") {
  const TemporaryFolder folder;
  const auto path = folder / "answers.jsonl";
  const std::string long_line(200'000, 'x');
  struct Row {
    std::string there;
    std::size_t answers;
    std::string begin;
    std::string kept;
  };
  const std::vector<Row> rows = {
      {"", 0, "", ""},
      {"{\"id\":1,", 0, "", ""},
      {"one\n", 1, "one", "one\n"},
      {"one\ntwo\nthr", 2, "two", "one\ntwo\n"},
      {long_line + "\n" + long_line, 1, long_line.substr(0, 65'536), long_line + "\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.there.substr(0, 20));
    write(path, row.there);
    auto output = open_batch_output(path, true);
    REQUIRE(output);
    CHECK(output->start.answers == row.answers);
    CHECK(output->start.last_line_begin == row.begin);
    output->file << "next\n" << std::flush;
    CHECK(*read_file(path) == row.kept + "next\n");
  }
}

TEST_CASE("A new file begins with the first answer, resumed or not", "[searcher][batch]") {
  const TemporaryFolder folder;
  for (const bool resume : {false, true}) {
    auto output = open_batch_output(folder / (resume ? "a" : "b"), resume);
    REQUIRE(output);
    CHECK(output->start.answers == 0);
  }
}

TEST_CASE("Answers that are there are not written over", "[searcher][batch]") {
  const TemporaryFolder folder;
  write(folder / "answers", "one\n");
  const auto output = open_batch_output(folder / "answers", false);
  REQUIRE_FALSE(output);
  CHECK(output.error().message.find("--resume goes on with it") != std::string::npos);
  CHECK(*read_file(folder / "answers") == "one\n");
}

TEST_CASE("A file that cannot be written is an error of the system", "[searcher][batch]") {
  const auto output = open_batch_output("/nowhere/answers", true);
  REQUIRE_FALSE(output);
  CHECK(output.error().kind == ErrorKind::kSystem);
}

}  // namespace dateline
