// An index after its writer was killed, or ran out of disk, at any moment: it opens, it is sound,
// and it holds exactly what was published before or exactly what was to be published.
#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include <catch2/catch.hpp>

#include "common/index/manifest.h"
#include "indexer/check_index.h"
#include "indexer/kept_generations.h"
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

// A command that publishes, and the state that it leads to.
struct Change {
  ProgramCall call;
  State next;
};

Change random_change(const fs::path& index, const State& published, int version,
                     const TemporaryFolder& folder, std::mt19937& random) {
  State next = published;
  switch (random() % 4) {
    case 0: {
      Words words{"delete", "--index", index.string()};
      for (int left = 5; left > 0 && next.articles.size() > 1; --left) {
        const auto any =
            std::next(next.articles.begin(), static_cast<long>(random() % next.articles.size()));
        words.push_back(any->first);
        next.articles.erase(any);
      }
      ++next.generation;
      return {index_call(words), next};
    }
    case 1:
      ++next.generation;  // unless there is nothing to do
      return {index_call({"optimize", "--index", index.string()}), next};
    default: {
      const std::string batch = batch_of(random, version);
      const std::string input = folder.write("batch.jsonl", batch).string();
      return {index_call({"add", "--index", index.string(), input}), with_batch(published, batch)};
    }
  }
}

void kill_at_random_moments(int rounds) {
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
  for (int round = 0; round <= rounds; ++round) {
    const Change change = random_change(index, published, 10 + round, folder, random);
    const auto start = Clock::now();
    RunningProgram writer = RunningProgram::start(change.call);
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
    State merged = change.next;
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

// Every command with one call of its own that goes wrong, at every `stride`-th call.
void fail_at_each_call(int stride) {
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
    for (const std::string fault : {"eio:", "short:"}) {
      int failures = 0;
      int good_in_a_row = 0;  // no call is left that could fail
      for (int step = 1; good_in_a_row * stride < 44; step += stride) {
        CAPTURE(fault, step);
        copy_index(original, index);
        const ProgramResult result =
            run(with_fault(command.call(index), fault + std::to_string(step)));
        CAPTURE(result.errors);
        REQUIRE(result.signal == 0);
        const State now = state_of(index);
        REQUIRE(lies_between(now, before, after));
        if (result.exit_code == 0 && now == after) {
          ++good_in_a_row;
          continue;
        }
        good_in_a_row = 0;
        ++failures;
        CHECK(result.errors.find("Input/output error") != std::string::npos);
        if (result.exit_code == 0) {
          CHECK(result.errors.find("small segments could not be merged") != std::string::npos);
        }
      }
      CHECK((failures >= 2) == (fault == "eio:"));  // what is written in part is written on
    }
  }
}

// Of what the newest generation and the kept ones consist of.
std::set<std::string> names_that_count(const fs::path& index) {
  const auto newest = read_manifest(index);
  REQUIRE(newest);
  std::set<std::string> names = {"LOCK", "MANIFEST"};
  std::vector<Manifest> manifests = kept_generations(index, *newest);
  for (const Manifest& kept : manifests) names.insert(kept_manifest_name(kept.generation));
  manifests.push_back(*newest);
  for (const Manifest& manifest : manifests) {
    names.insert(manifest.groups);
    for (const SegmentEntry& segment : manifest.segments) {
      names.insert(segment.name);
      if (!segment.deletions.empty()) names.insert(segment.deletions);
    }
  }
  return names;
}

}  // namespace

TEST_CASE("Killed at random moments, the indexer leaves exactly one of the published states",
          "[end_to_end][crash]") {
  kill_at_random_moments(20);
}

TEST_CASE("Killed at 200 random moments", "[.][soak]") { kill_at_random_moments(200); }

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
    CHECK(names_in(index) == names_that_count(index));
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

TEST_CASE(
    "A call that fails once fails the run with the reason and nothing else, and half a write "
    "does no harm",
    "[end_to_end][crash]") {
  fail_at_each_call(11);
}

TEST_CASE("Every call fails once", "[.][soak]") { fail_at_each_call(1); }

}  // namespace dateline
