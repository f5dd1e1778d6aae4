// Indexes that are none, that are another program's, that are being written or cannot be: every
// command says so, exits with 2 and leaves things as they are.
#include <chrono>
#include <csignal>
#include <thread>

#include <catch2/catch.hpp>
#include <sys/mount.h>
#include <unistd.h>

#include "common/file.h"
#include "common/index/manifest.h"
#include "tests/end_to_end/programs.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// Every command that opens an index, as a user would type it.
std::vector<ProgramCall> every_call(const TemporaryFolder& folder, const fs::path& index) {
  const std::string at = index.string();
  const std::string input = folder.write("input.jsonl", article_line("new")).string();
  return {index_call({"add", "--index", at, input}),
          index_call({"delete", "--index", at, "before"}),
          index_call({"optimize", "--index", at}),
          index_call({"check", "--index", at}),
          index_call({"info", "--index", at}),
          index_call({"rebuild", "--index", at}),
          index_call({"backup", "--index", at, "--to", (folder / "copy").string()}),
          search_call({"query", "--index", at, "harbour"}),
          search_call({"batch", "--index", at}),
          search_call({"show", "--index", at, "before"})};
}

std::string name_of(const ProgramCall& call) {
  return fs::path(call.command[0]).filename().string() + " " + call.command[1];
}

void check_fails_with(const ProgramCall& call, const std::string& message) {
  const ProgramResult result = run(call);
  CAPTURE(name_of(call), result.errors);
  CHECK(result.exit_code == 2);
  CHECK(result.output.empty());
  CHECK(result.errors.find(": error: ") != std::string::npos);
  CHECK(result.errors.find(message) != std::string::npos);
}

void wait_until_locked_by(pid_t pid, const fs::path& index) {
  const std::string holder = "process " + std::to_string(pid) + " ";
  for (int tries = 0; tries < 1000; ++tries) {
    const auto lock = read_file(index / "LOCK");
    if (lock && lock->starts_with(holder)) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  FAIL("the program never took the lock");
}

// A file system of its own with little room; only root can make one, and not everywhere.
class SmallDisk {
 public:
  explicit SmallDisk(const char* options)
      : mounted_(::mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, options) == 0) {}
  ~SmallDisk() {
    if (mounted_) ::umount2(folder_.path().c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool mounted() const { return mounted_; }
  fs::path operator/(const char* name) const { return folder_ / name; }

 private:
  TemporaryFolder folder_;
  bool mounted_;
};

}  // namespace

TEST_CASE("Where there is no index, all but add say how to make one", "[end_to_end][bad_index]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "none";
  for (const ProgramCall& call : every_call(folder, index)) {
    if (call.command[1] == "add") continue;
    check_fails_with(call, "no index at '" + index.string() + "'");
    check_fails_with(call, "make one with: dateline-index add --index '" + index.string() + "'");
  }
  CHECK_FALSE(fs::exists(index));
}

TEST_CASE("A file is not an index", "[end_to_end][bad_index]") {
  const TemporaryFolder folder;
  const fs::path file = folder.write("letters.txt", "dear");
  for (const ProgramCall& call : every_call(folder, file)) {
    check_fails_with(call, "'" + file.string());
  }
  CHECK(*read_file(file) == "dear");
}

TEST_CASE("A folder with other things in it is not an index", "[end_to_end][bad_index]") {
  const TemporaryFolder folder;
  folder.write("papers/letters.txt", "dear");
  for (const ProgramCall& call : every_call(folder, folder / "papers")) {
    check_fails_with(call, "'" + (folder / "papers").string() + "'");
  }
  CHECK(*read_file(folder / "papers/letters.txt") == "dear");
  CHECK_FALSE(fs::exists(folder / "papers/LOCK"));
}

TEST_CASE("A manifest of rubbish is not an index", "[end_to_end][bad_index]") {
  const TemporaryFolder folder;
  const fs::path manifest = folder.write("index/MANIFEST", "rubbish");
  for (const ProgramCall& call : every_call(folder, folder / "index")) {
    check_fails_with(call, "'" + manifest.string() + "': not a manifest: ");
  }
  CHECK(*read_file(manifest) == "rubbish");
}

TEST_CASE("The index of a newer program is left alone by every command",
          "[end_to_end][bad_index]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  add_lines(index, article_line("before"));
  std::string manifest = *read_file(index / "MANIFEST");
  manifest.replace(manifest.find("\"format\": 2"), 11, "\"format\": 9");
  folder.write("index/MANIFEST", manifest);
  for (const ProgramCall& call : every_call(folder, index)) {
    check_fails_with(call,
                     "the index has format version 9, this program reads version 2; use a matching "
                     "program or index the articles again");
  }
  CHECK(*read_file(index / "MANIFEST") == manifest);
}

TEST_CASE("An index whose words were made otherwise is not searched or written",
          "[end_to_end][bad_index]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  add_lines(index, article_line("before"));
  auto manifest = read_manifest(index);
  REQUIRE(manifest);
  manifest->analyser = "words of old";
  REQUIRE(publish_manifest(index, *manifest));
  const std::string input = folder.write("input.jsonl", article_line("new")).string();
  for (const ProgramCall& call : {index_call({"add", "--index", index.string(), input}),
                                  search_call({"query", "--index", index.string(), "harbour"})}) {
    check_fails_with(call, "were analysed by 'words of old'");
  }
}

TEST_CASE("A damaged segment is named, and check says what is wrong", "[end_to_end][bad_index]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  add_lines(index, article_line("before"));
  folder.write("index/segment-000001/columns", "rubbish");
  check_fails_with(search_call({"query", "--index", index.string(), "harbour"}),
                   "segment-000001/columns' is not the columns file of its segment; make it again "
                   "with: dateline-index rebuild");
  const ProgramResult checked = dateline_index({"check", "--index", index.string()});
  CHECK(checked.exit_code == 2);
  CHECK(checked.output.starts_with("segment-000001: columns has 7 bytes instead of "));
  CHECK(checked.errors.find("is damaged: 1 problem;") != std::string::npos);

  CHECK(dateline_index({"rebuild", "--index", index.string()}).exit_code == 0);
  check_sound(index);
  CHECK(found(index, "markerbefore") == std::set<std::string>{"before"});
}

TEST_CASE("While one program writes, others are told who it is and readers go on",
          "[end_to_end][bad_index]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  add_lines(index, article_line("before"));
  RunningProgram holder = RunningProgram::start(add_call(index, ""));  // its input stays open
  wait_until_locked_by(holder.pid(), index);

  const Words writers = {"add", "delete", "optimize", "rebuild"};
  for (const ProgramCall& call : every_call(folder, index)) {
    const bool writes = std::count(writers.begin(), writers.end(), call.command[1]) > 0;
    if (writes) {
      check_fails_with(call, "the index '" + index.string() + "' is being written by process " +
                                 std::to_string(holder.pid()) + " on ");
    } else {
      const ProgramResult result = run(call);
      CAPTURE(name_of(call), result.errors);
      CHECK(result.exit_code == 0);
    }
  }
  CHECK(found(index, "markerbefore") == std::set<std::string>{"before"});

  holder.send(article_line("after"));
  const ProgramResult held = holder.wait();
  CAPTURE(held.errors);
  CHECK(held.exit_code == 0);
  CHECK(found(index, "harbour") == std::set<std::string>{"after", "before"});
}

TEST_CASE("The lock of a program that was killed is free", "[end_to_end][bad_index]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  RunningProgram holder = RunningProgram::start(add_call(index, ""));
  wait_until_locked_by(holder.pid(), index);
  holder.kill(SIGKILL);
  CHECK(holder.wait().signal == SIGKILL);
  add_lines(index, article_line("after"));
  CHECK(found(index, "harbour") == std::set<std::string>{"after"});
}

TEST_CASE("A folder that may not be written is reported, and searched all the same",
          "[end_to_end][bad_index]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  add_lines(index, article_line("before"));
  fs::permissions(index / "LOCK", fs::perms::owner_read);
  fs::permissions(index, fs::perms::owner_read | fs::perms::owner_exec);
  const std::string at = index.string();
  for (ProgramCall call : every_call(folder, index)) {
    call.permissions = Permissions::kEnforced;
    const std::string command = call.command[1];
    if (command == "add" || command == "delete" || command == "optimize" || command == "rebuild") {
      check_fails_with(call, "cannot write to '" + at + "': Permission denied");
    } else {
      CAPTURE(command);
      CHECK(run(call).exit_code == 0);
    }
  }
  ProgramCall fresh = add_call(index / "inner.index", article_line("new"));
  fresh.permissions = Permissions::kEnforced;
  check_fails_with(fresh, "cannot make the folder '" + at + "/inner.index': Permission denied");
  fs::permissions(index, fs::perms::owner_all);
  check_sound(index);
}

TEST_CASE("An index that may not be read is reported", "[end_to_end][bad_index]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  add_lines(index, article_line("before"));
  fs::permissions(index / "MANIFEST", fs::perms::none);
  ProgramCall call = search_call({"query", "--index", index.string(), "harbour"});
  call.permissions = Permissions::kEnforced;
  check_fails_with(call, "cannot open '" + (index / "MANIFEST").string() + "': Permission denied");
}

TEST_CASE("Where files may not grow, the run fails and the index stays as it was",
          "[end_to_end][bad_index]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  add_lines(index, article_lines(1, 3));
  const auto before = live_articles(index);
  int failures = 0;
  for (const std::uint64_t limit : {0U, 1U, 4096U, 9000U, 20'000U, 40'000U}) {
    ProgramCall call = add_call(index, article_lines(1, 40, 2));
    call.max_file_bytes = limit;
    const ProgramResult added = run(call);
    CAPTURE(limit, added.errors);
    if (added.exit_code == 0) break;
    ++failures;
    CHECK(added.exit_code == 2);
    CHECK(live_articles(index) == before);
    CHECK_FALSE(fs::exists(index / "building"));
    check_sound(index);
  }
  CHECK(failures >= 4);
  add_lines(index, article_lines(1, 40, 2));
  CHECK(live_articles(index).size() == 40);
}

TEST_CASE("On a full disk the run fails with the reason and gives the room back",
          "[end_to_end][bad_index]") {
  const SmallDisk disk("size=1200k");
  if (!disk.mounted()) {
    WARN("no small disk could be mounted; the test of faults stands in for it");
    return;
  }
  const fs::path index = disk / "index";
  add_lines(index, article_lines(1, 3));
  const auto before = live_articles(index);
  const auto room = fs::space(index).available;

  const ProgramResult added = run(add_call(index, article_lines(1, 3000, 2)));
  CAPTURE(added.errors);
  CHECK(added.exit_code == 2);
  CHECK(added.errors.find("No space left on device") != std::string::npos);
  CHECK(added.errors.find("'" + index.string()) != std::string::npos);
  CHECK(live_articles(index) == before);
  CHECK(fs::space(index).available == room);
  check_sound(index);
  add_lines(index, article_lines(1, 3, 2));
  CHECK(live_articles(index).size() == 3);
}

TEST_CASE("Output that cannot be written is an error", "[end_to_end][bad_index]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  add_lines(index, article_line("before"));
  for (const ProgramCall& call : {index_call({"info", "--index", index.string()}),
                                  search_call({"query", "--index", index.string(), "harbour"})}) {
    ProgramCall into_full = call;
    into_full.command = {"/bin/sh", "-c", "exec \"$@\" > /dev/full", "sh"};
    into_full.command.insert(into_full.command.end(), call.command.begin(), call.command.end());
    const ProgramResult result = run(into_full);
    CAPTURE(name_of(call), result.errors);
    CHECK(result.exit_code == 2);
    CHECK(result.errors.find("is the disk full?") != std::string::npos);
  }
}

}  // namespace dateline
