// One writer publishes as fast as it can while eight readers ask. Each publication replaces every
// article by its next version, so an answer made of two generations would show.
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <thread>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/programs.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int kArticles = 40;
constexpr int kReaders = 8;

// What one reader saw. Catch's assertions are not for threads.
struct Reading {
  std::size_t answers = 0;
  std::size_t versions = 0;
  std::string problem;
};

std::string version_in(const std::string& text) {
  const std::size_t start = text.find("version");
  const std::size_t end = text.find(' ', start);
  return start == std::string::npos ? "" : text.substr(start, end - start);
}

// All articles are found, each once, and all of one version.
std::string problem_of(const std::string& line, std::string& version) {
  const auto answer = nlohmann::json::parse(line, nullptr, false);
  if (answer.is_discarded()) return "not JSON: " + line;
  if (answer.contains("error")) return "an error: " + line;
  if (answer.at("total").at("articles") != kArticles) return "not all articles: " + line;
  std::set<std::string> ids;
  std::set<std::string> versions;
  for (const auto& passage : answer.at("passages")) {
    ids.insert(passage.at("article").at("id").get<std::string>());
    versions.insert(version_in(passage.at("text").get<std::string>()));
  }
  if (ids.size() != kArticles) return "articles are missing or twice: " + line;
  if (versions.size() != 1) return "two generations in one answer: " + line;
  version = *versions.begin();
  return "";
}

// A program answers from the generation that it opened; after some questions comes the next one.
void read_until(const std::atomic<bool>& done, const fs::path& index, Reading& reading) {
  constexpr int kQuestions = 20;
  std::string last;
  while (!done && reading.problem.empty()) {
    RunningProgram reader =
        RunningProgram::start(search_call({"batch", "--index", index.string()}));
    for (int question = 0; question < kQuestions && reading.problem.empty(); ++question) {
      reader.send("{\"id\": 1, \"query\": \"report\", \"limit\": 100, \"per_article\": 1}\n");
      std::string version;
      reading.problem = problem_of(reader.read_line(), version);
      ++reading.answers;
      if (version != last) ++reading.versions;
      last = version;
    }
    reader.close_input();
    reader.wait();
  }
}

void write_and_read(std::chrono::seconds time) {
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  add_lines(index, article_lines(1, kArticles, 1));
  std::atomic<bool> done = false;
  std::vector<Reading> readings(kReaders);
  std::vector<std::thread> readers;
  for (Reading& reading : readings) {
    readers.emplace_back([&] { read_until(done, index, reading); });
  }
  const auto end = Clock::now() + time;
  int version = 1;
  bool all_written = true;
  while (all_written && Clock::now() < end) {
    const std::string lines = article_lines(1, kArticles, ++version);
    all_written = run(add_call(index, lines)).exit_code == 0;
    if (version % 20 == 0) {
      all_written = dateline_index({"optimize", "--index", index.string()}).exit_code == 0;
    }
  }
  done = true;
  for (std::thread& reader : readers) reader.join();
  CHECK(all_written);
  std::size_t answers = 0;
  for (const Reading& reading : readings) {
    CHECK(reading.problem == "");
    CHECK(reading.versions > 1);
    answers += reading.answers;
  }
  WARN(version - 1 << " publications, " << answers << " answers");
  check_sound(index);
}

}  // namespace

TEST_CASE("Eight readers and a writer do not disturb each other", "[end_to_end][soak_short]") {
  write_and_read(std::chrono::seconds(5));
}

// DATELINE_SOAK_SECONDS: how long, ten minutes otherwise.
TEST_CASE("Eight readers and a writer do not disturb each other for long", "[.][soak]") {
  const char* seconds = std::getenv("DATELINE_SOAK_SECONDS");
  write_and_read(std::chrono::seconds(seconds != nullptr ? std::atoi(seconds) : 600));
}

}  // namespace dateline
