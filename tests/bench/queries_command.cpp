// bench queries: what a query costs before anything is looked for, on logs of real ones. README.md
// tells how to read the table.
#include <algorithm>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <memory>
#include <set>

#include "command.h"
#include "common/index/snapshot.h"
#include "peers/peer.h"
#include "report.h"
#include "searcher/interpret/interpret.h"
#include "searcher/query_parser.h"
#include "searcher/query_terms.h"

namespace dateline::bench {
namespace {

constexpr Date kToday{2026, 11, 25};

struct Options {
  std::string index;
  std::vector<std::string> logs;
  std::size_t most = 1000;
  std::size_t rounds = 5;
};

// Microseconds of processor time.
struct StageTimes {
  double parse = 0;      // text -> Query
  double interpret = 0;  // words for time and place
  double plan = 0;       // Query -> terms of the index
  double all() const { return parse + interpret + plan; }
};

// What Searcher does with the text of a query before it reads postings.
class Planner {
 public:
  explicit Planner(Snapshot snapshot) : snapshot_(std::move(snapshot)) {
    std::set<std::string> names;
    for (const Segment& segment : snapshot_.segments) {
      for (const std::string& name : segment.columns.languages()) names.insert(name);
    }
    languages_.assign(names.begin(), names.end());
  }

  Result<StageTimes> time(const std::string& text) {
    const std::uint64_t start = thread_processor_ns();
    const Result<Query> query = parse_query(text, {false, kToday});
    const std::uint64_t parsed = thread_processor_ns();
    if (!query) return query.error();
    interpret(text, *query, kToday, breaker_);
    const std::uint64_t interpreted = thread_processor_ns();
    const KnownTerms known{snapshot_};
    terms_of(*query, languages_, analyzer_, &known);
    const std::uint64_t planned = thread_processor_ns();
    const auto us = [](std::uint64_t ns) { return static_cast<double>(ns) / 1e3; };
    return StageTimes{us(parsed - start), us(interpreted - parsed), us(planned - interpreted)};
  }

  std::size_t languages() const { return languages_.size(); }

 private:
  Snapshot snapshot_;
  std::vector<std::string> languages_;
  Analyzer analyzer_;
  WordBreaker breaker_;
};

Result<std::vector<std::string>> read_queries(const std::string& path, std::size_t most) {
  std::ifstream file(path);
  std::vector<std::string> queries;
  for (std::string line; queries.size() < most && std::getline(file, line);) {
    if (!line.empty()) queries.push_back(line);
  }
  if (queries.empty()) return Error{ErrorKind::kMissing, "no queries in '" + path + "'"};
  return queries;
}

struct LogTimes {
  std::vector<StageTimes> first;  // by query, when its words were never met before
  std::vector<StageTimes> best;   // of all rounds
  std::size_t refused = 0;
};

LogTimes time_log(Planner& planner, const std::vector<std::string>& queries, std::size_t rounds) {
  LogTimes times;
  for (std::size_t round = 0; round < rounds; ++round) {
    times.refused = 0;
    std::size_t at = 0;
    for (const std::string& query : queries) {
      const Result<StageTimes> time = planner.time(query);
      if (!time) {
        ++times.refused;
        continue;
      }
      if (round == 0) {
        times.first.push_back(*time);
        times.best.push_back(*time);
      }
      StageTimes& best = times.best[at++];
      if (time->all() < best.all()) best = *time;
    }
  }
  return times;
}

template <typename Part>
std::string spread(const std::vector<StageTimes>& times, Part part) {
  std::vector<double> values;
  for (const StageTimes& time : times) values.push_back(part(time));
  std::ostringstream text;
  text << std::fixed << std::setprecision(1) << quantile(values, 0.5) << " / "
       << quantile(values, 0.99);
  return text.str();
}

void print_row(const std::string& log, std::size_t queries, const LogTimes& times) {
  const auto all = [](const StageTimes& time) { return time.all(); };
  std::cout << "| " << log << " | " << queries << " | " << times.refused;
  if (times.best.empty()) {
    std::cout << " | | | | | |\n";
    return;
  }
  std::cout << " | " << spread(times.best, [](const StageTimes& time) { return time.parse; })
            << " | " << spread(times.best, [](const StageTimes& time) { return time.interpret; })
            << " | " << spread(times.best, [](const StageTimes& time) { return time.plan; })
            << " | " << spread(times.best, all) << " | " << spread(times.first, all) << " |\n";
}

Result<ExitStatus> run(const Options& options) {
  Result<Snapshot> snapshot = open_snapshot(options.index);
  if (!snapshot) return snapshot.error();
  Planner planner(std::move(*snapshot));
  // Tables of words are built when they are first needed, once in a process.
  static_cast<void>(planner.time("in Italien und в мае 2024"));
  std::cout << "Planned for " << planner.languages()
            << " languages; microseconds of processor time, p50 / p99.\n\n"
            << "| log | queries | refused | parse | interpret | plan | all | all, first time |\n"
            << "|---|---|---|---|---|---|---|---|\n";
  for (const std::string& log : options.logs) {
    const auto queries = read_queries(log, options.most);
    if (!queries) return queries.error();
    print_row(std::filesystem::path(log).filename().string(), queries->size(),
              time_log(planner, *queries, options.rounds));
  }
  return ExitStatus::kSuccess;
}

}  // namespace

BenchCommand queries_command(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* parser =
      app.add_subcommand("queries", "Time reading, interpreting and planning of queries");
  parser->add_option("INDEX", options->index, "An index of Dateline")->required();
  parser->add_option("LOG", options->logs, "Files of one query a line")->required();
  parser->add_option("--most", options->most, "How many lines of each");
  parser->add_option("--rounds", options->rounds, "Of which the best counts")
      ->check(CLI::PositiveNumber);
  return {parser, [options] { return run(*options); }};
}

}  // namespace dateline::bench
