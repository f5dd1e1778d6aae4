// An index after its writer was killed, or ran out of disk, at any moment: it opens, it is sound,
// and it holds exactly what was published before or exactly what was to be published.
#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include <catch2/catch.hpp>

#include "common/index/manifest.h"
#include "indexer/check_index.h"
#include "tests/end_to_end/programs.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct State {
  std::uint64_t generation = 0;
  std::map<std::string, std::uint64_t> articles;
  bool operator==(const State&) const = default;
};

// Fails the test unless the index opens and is sound.
State state_of(const fs::path& index) {
  const auto report = check_index(index);
  if (!report) FAIL(report.error().message);
  CHECK(report->problems == std::vector<std::string>{});
  const auto manifest = read_manifest(index);
  REQUIRE(manifest);
  return {manifest->generation, live_articles(index)};
}

// Whether a writer that was to lead from one state to another may have stopped at `now`. `add`
// may publish twice on its way: the new articles, then the same articles in fewer segments.
bool lies_between(const State& now, const State& before, const State& after) {
  if (now.generation == before.generation) return now == before;
  return now.generation > before.generation && now.generation <= after.generation &&
         now.articles == after.articles;
}

// Four generations with updates and deletions among them.
void make_index(const fs::path& index) {
  add_lines(index, article_lines(1, 60));
  add_lines(index, article_lines(40, 90, 2));
  add_lines(index, article_lines(91, 100));
  REQUIRE(dateline_index({"delete", "--index", index.string(), "a5", "a45", "a95"}).exit_code == 0);
}

void copy_index(const fs::path& from, const fs::path& to) {
  fs::remove_all(to);
  fs::copy(from, to, fs::copy_options::recursive);
}

// Updates some of the articles and adds some, a few hundred in all.
std::string batch_of(std::mt19937& random, int version) {
  const int first = static_cast<int>(random() % 80) + 1;
  return article_lines(first, first + 200, version);
}

State with_batch(State state, const std::string& lines) {
  const TemporaryFolder folder;
  add_lines(folder / "index", lines);
  for (const auto& [id, hash] : live_articles(folder / "index")) state.articles[id] = hash;
  ++state.generation;
  return state;
}

ProgramCall with_fault(ProgramCall call, const std::string& fault) {
  call.environment["DATELINE_FAULT"] = fault;
  call.environment["LD_PRELOAD"] = DATELINE_FAULTS_LIBRARY;
  return call;
}

struct Command {
  std::string name;
  ProgramCall (*call)(const fs::path& index);
};

// Every command that publishes.
const std::vector<Command> kCommands = {
    {"add", [](const fs::path& index) { return add_call(index, article_lines(55, 110, 3)); }},
    {"delete",
     [](const fs::path& index) {
       return index_call({"delete", "--index", index.string(), "a1", "a70", "a91"});
     }},
    {"optimize",
     [](const fs::path& index) {
       return index_call({"optimize", "--index", index.string()});
     }},
    {"rebuild",
     [](const fs::path& index) {
       return index_call({"rebuild", "--index", index.string()});
     }},
};

}  // namespace

TEST_CASE("Killed at random moments, the indexer leaves exactly one of the published states",
          "[end_to_end][crash]") {
  const unsigned seed = Catch::rngSeed() != 0 ? Catch::rngSeed() : std::random_device{}();
  WARN("seed of the moments: " << seed << "; to repeat: --rng-seed " << seed);
  std::mt19937 random(seed);
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  make_index(index);
  State published = state_of(index);

  Clock::duration longest{};
  int killed_before = 0;
  int published_before_kill = 0;
  for (int round = 0; round <= 20; ++round) {
    const std::string batch = batch_of(random, 10 + round);
    const State next = with_batch(published, batch);
    const std::string input = folder.write("batch.jsonl", batch).string();
    const auto start = Clock::now();
    RunningProgram writer =
        RunningProgram::start(index_call({"add", "--index", index.string(), input}));
    if (round == 0) {  // how long does a run take?
      CHECK(writer.wait().exit_code == 0);
      longest = Clock::now() - start;
    } else {
      std::this_thread::sleep_for(longest * (random() % 1000) / 1000);
      writer.kill(SIGKILL);
      writer.wait();
    }
    const State now = state_of(index);
    INFO("round " << round << ", generation " << now.generation);
    State merged = next;
    ++merged.generation;
    REQUIRE(lies_between(now, published, merged));
    ++(now == published ? killed_before : published_before_kill);
    published = now;
  }
  INFO(killed_before << " times before the publication, " << published_before_kill << " after");
  CHECK(killed_before > 0);

  add_lines(index, article_line("after"));
  const State last = state_of(index);
  published.articles.insert(*live_articles(index).find("after"));
  CHECK(last.articles == published.articles);
  CHECK(last.generation > published.generation);
  CHECK(found(index, "markerafter") == std::set<std::string>{"after"});
}

TEST_CASE("Killed at each step, every writing command leaves the old state or the new one",
          "[end_to_end][crash]") {
  const TemporaryFolder folder;
  const fs::path original = folder / "original";
  const fs::path index = folder / "index";
  make_index(original);
  const State before = state_of(original);
  for (const Command& command : kCommands) {
    CAPTURE(command.name);
    copy_index(original, index);
    REQUIRE(run(command.call(index)).exit_code == 0);
    const State after = state_of(index);
    REQUIRE(after.generation > before.generation);
    REQUIRE(after.generation <= before.generation + (command.name == "add" ? 2 : 1));

    int step = 1;
    State last = before;
    for (;; ++step) {
      CAPTURE(step);
      copy_index(original, index);
      const ProgramResult result =
          run(with_fault(command.call(index), "kill:" + std::to_string(step)));
      if (result.exit_code == 0) break;
      REQUIRE(result.signal == SIGKILL);
      const State now = state_of(index);
      REQUIRE(lies_between(now, before, after));
      CHECK(now.generation >= last.generation);  // from one step on it is published, and stays so
      last = now;
    }
    CHECK(step > 10);  // the library was there
    CHECK(last == after);
    CHECK(state_of(index) == after);
  }
}

TEST_CASE("After a kill at any step the next writer works and leaves nothing behind",
          "[end_to_end][crash]") {
  const TemporaryFolder folder;
  const fs::path original = folder / "original";
  const fs::path index = folder / "index";
  make_index(original);
  for (int step = 1;; step += 3) {
    CAPTURE(step);
    copy_index(original, index);
    const ProgramResult result =
        run(with_fault(kCommands[0].call(index), "kill:" + std::to_string(step)));
    add_lines(index, article_line("next"));
    CHECK(live_articles(index).count("next") == 1);
    const auto manifest = read_manifest(index);
    REQUIRE(manifest);
    std::size_t entries = 2;  // MANIFEST and LOCK
    for (const SegmentEntry& segment : manifest->segments) {
      entries += segment.deletions.empty() ? 1 : 2;
    }
    CHECK(static_cast<std::size_t>(std::distance(fs::directory_iterator(index), {})) == entries);
    if (result.exit_code == 0) break;
  }
}

TEST_CASE("A first run that is killed at any step leaves no index or a whole one",
          "[end_to_end][crash]") {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  for (int step = 1;; ++step) {
    CAPTURE(step);
    fs::remove_all(index);
    const ProgramResult result =
        run(with_fault(add_call(index, article_lines(1, 5)), "kill:" + std::to_string(step)));
    if (fs::exists(index / "MANIFEST")) {
      CHECK(state_of(index).articles.size() == 5);
    }
    if (result.exit_code == 0) break;
    add_lines(index, article_lines(1, 5));
    CHECK(state_of(index).articles.size() == 5);
  }
}

TEST_CASE("A disk that is full from any step on fails the run with the reason and nothing else",
          "[end_to_end][crash]") {
  const TemporaryFolder folder;
  const fs::path original = folder / "original";
  const fs::path index = folder / "index";
  make_index(original);
  const State before = state_of(original);
  for (const Command& command : kCommands) {
    CAPTURE(command.name);
    copy_index(original, index);
    REQUIRE(run(command.call(index)).exit_code == 0);
    const State after = state_of(index);
    int failures = 0;
    for (int step = 1;; step += 1 + step / 8) {
      CAPTURE(step);
      copy_index(original, index);
      const ProgramResult result =
          run(with_fault(command.call(index), "full:" + std::to_string(step)));
      CAPTURE(result.errors);
      REQUIRE(result.signal == 0);
      const State now = state_of(index);
      REQUIRE(lies_between(now, before, after));
      if (result.exit_code == 0) {
        if (now == after) break;
        CHECK(result.errors.find("small segments could not be merged") != std::string::npos);
        continue;
      }
      ++failures;
      CHECK(result.exit_code == 2);
      CHECK((result.errors.find("No space left on device") != std::string::npos ||
             result.errors.find("is the disk full?") != std::string::npos));
    }
    CHECK(failures > 5);
  }
}

}  // namespace dateline
