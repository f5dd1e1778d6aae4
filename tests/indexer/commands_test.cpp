#include "indexer/commands.h"

#include <iostream>
#include <sstream>

#include <catch2/catch.hpp>

#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

// What is written to standard output and standard error while the object lives.
class Captured {
 public:
  Captured()
      : old_output_(std::cout.rdbuf(output_.rdbuf())),
        old_errors_(std::cerr.rdbuf(errors_.rdbuf())) {}
  ~Captured() {
    std::cout.rdbuf(old_output_);
    std::cerr.rdbuf(old_errors_);
  }
  Captured(const Captured&) = delete;
  Captured& operator=(const Captured&) = delete;

  std::string output() const { return output_.str(); }
  std::string errors() const { return errors_.str(); }

 private:
  std::ostringstream output_;
  std::ostringstream errors_;
  std::streambuf* old_output_;
  std::streambuf* old_errors_;
};

struct Outcome {
  Result<ExitStatus> status;
  std::string output;
  std::string errors;
};

Outcome outcome_of(const Command& command) {
  const Captured captured;
  auto status = run_command(command);
  return {std::move(status), captured.output(), captured.errors()};
}

ExitStatus status_of(const Outcome& outcome) {
  if (!outcome.status) FAIL(outcome.status.error().message);
  return *outcome.status;
}

// The message without the seconds that the run took, which nobody can foretell.
std::string without_seconds(std::string message) {
  const std::size_t from = message.find(" bytes in ");
  REQUIRE(from != std::string::npos);
  const std::size_t start = from + 10;
  return message.replace(start, message.find(" s;") - start, "N");
}

}  // namespace

TEST_CASE("Add ends with one line that says what came of it", "[indexer][commands]") {
  const TemporaryFolder folder;
  const std::string lines = article_lines(1, 3);
  const std::string input = folder.write("a.jsonl", lines).string();
  const auto added = outcome_of(AddCommand{folder / "index", {input}, 1});
  CHECK(status_of(added) == ExitStatus::kSuccess);
  CHECK(added.output.empty());
  CHECK(without_seconds(added.errors) ==
        "dateline-index: 3 articles indexed (3 new, 0 updated), 0 unchanged, 0 rejected; " +
            std::to_string(lines.size()) + " bytes in N s; generation 1\n");
}

TEST_CASE("Add reports rejections and files that it passed over", "[indexer][commands]") {
  const TemporaryFolder folder;
  folder.write("in/a.jsonl", "rubbish\n" + article_line("x"));
  folder.write("in/b.pdf", "no article");
  const auto added = outcome_of(AddCommand{folder / "index", {(folder / "in").string()}, 1});
  CHECK(status_of(added) == ExitStatus::kIncomplete);
  CHECK(added.errors.starts_with("dateline-index: " + (folder / "in/a.jsonl").string() +
                                 ":1: not JSON at byte 1: invalid literal\n"));
  CHECK(added.errors.find("1 article indexed (1 new, 0 updated), 0 unchanged, 1 rejected, 1 "
                          "file of other kinds passed over; ") != std::string::npos);
}

TEST_CASE("Every command says what it has done", "[indexer][commands]") {
  const TemporaryFolder folder;
  const auto index = folder / "index";
  const std::string first = folder.write("a.jsonl", article_lines(1, 3)).string();
  const std::string second = folder.write("b.jsonl", article_lines(4, 5)).string();
  outcome_of(AddCommand{index, {first}, 1});
  outcome_of(AddCommand{index, {second}, 1});

  const auto deleted = outcome_of(DeleteCommand{index, {"a1", "nobody"}});
  CHECK(status_of(deleted) == ExitStatus::kIncomplete);
  CHECK(deleted.errors ==
        "dateline-index: no article has the id 'nobody'\n"
        "dateline-index: 1 article deleted; generation 3\n");

  const auto copied = outcome_of(BackupCommand{index, folder / "copy"});
  CHECK(status_of(copied) == ExitStatus::kSuccess);
  CHECK(copied.errors.ends_with(" bytes copied; generation 3\n"));

  const auto rebuilt = outcome_of(RebuildCommand{index});
  CHECK(status_of(rebuilt) == ExitStatus::kSuccess);
  CHECK(rebuilt.errors == "dateline-index: 2 segments rebuilt; generation 4\n");

  const auto optimized = outcome_of(OptimizeCommand{index});
  CHECK(status_of(optimized) == ExitStatus::kSuccess);
  CHECK(optimized.errors ==
        "dateline-index: 2 segments before, 1 now; 1 deleted article removed; generation 5\n");

  const auto checked = outcome_of(CheckCommand{index});
  CHECK(status_of(checked) == ExitStatus::kSuccess);
  CHECK(checked.output == "sound: 4 articles in 1 segment\n");
  CHECK(checked.errors.empty());

  CHECK(outcome_of(InfoCommand{index, InfoFormat::kText}).output.starts_with("articles   4 ("));
  const auto info = outcome_of(InfoCommand{index, InfoFormat::kJson});
  CHECK(info.output.starts_with("{\"generation\":5,\"articles\":4,"));
  CHECK(info.output.ends_with("}\n"));
}

TEST_CASE("Check prints every problem and fails", "[indexer][commands]") {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.jsonl", article_lines(1, 3)).string();
  outcome_of(AddCommand{folder / "index", {input}, 1});
  folder.write("index/segment-000001/columns", "rubbish");
  const auto checked = outcome_of(CheckCommand{folder / "index"});
  REQUIRE_FALSE(checked.status);
  CHECK(checked.status.error().kind == ErrorKind::kCorrupt);
  CHECK(checked.status.error().message == "'" + (folder / "index").string() +
                                              "' is damaged: 1 problem; what is not in xapian/ can "
                                              "be made again with: dateline-index rebuild; else "
                                              "restore a backup or index the articles again");
  CHECK(checked.output.starts_with("segment-000001: columns has 7 bytes instead of "));
}

TEST_CASE("Inspect prints lines and reports on standard error", "[indexer][commands]") {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.jsonl", article_line("x") + "rubbish\n").string();
  const auto inspected = outcome_of(InspectCommand{{input}});
  CHECK(status_of(inspected) == ExitStatus::kIncomplete);
  CHECK(inspected.output.starts_with("{\"id\":\"x\","));
  CHECK(inspected.output.ends_with("}\n"));
  CHECK(inspected.errors ==
        "dateline-index: " + input + ":2: not JSON at byte 1: invalid literal\n");
}

TEST_CASE("Text to print is printed", "[indexer][commands]") {
  const auto printed = outcome_of(PrintCommand{"help\n"});
  CHECK(status_of(printed) == ExitStatus::kSuccess);
  CHECK(printed.output == "help\n");
}

TEST_CASE("Without an index every command but add fails and says how to make one",
          "[indexer][commands]") {
  const TemporaryFolder folder;
  const auto index = folder / "none";
  const std::vector<Command> commands = {
      DeleteCommand{index, {"x"}}, OptimizeCommand{index},
      CheckCommand{index},         InfoCommand{index, InfoFormat::kText},
      RebuildCommand{index},       BackupCommand{index, folder / "copy"}};
  for (const Command& command : commands) {
    const auto outcome = outcome_of(command);
    REQUIRE_FALSE(outcome.status);
    CHECK(outcome.status.error().kind == ErrorKind::kMissing);
    CHECK(outcome.status.error().message.find("make one with: dateline-index add") !=
          std::string::npos);
    CHECK(outcome.output.empty());
  }
}

}  // namespace dateline
