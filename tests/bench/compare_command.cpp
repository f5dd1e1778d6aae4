// bench compare: builds the engines' indexes, checks what they answer, then times them in turn.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <random>

#include "command.h"
#include "engine_process.h"
#include "query_maker.h"
#include "reference.h"
#include "report.h"

namespace dateline::bench {
namespace {

struct Options {
  std::string data;
  std::string indexes;
  std::vector<std::string> engines;  // NAME=PROGRAM
  std::size_t rounds = 10;
  double warm_seconds = 20;   // of each engine
  double class_seconds = 20;  // an engine that needs more for a class gets fewer rounds
};

struct Engine {
  std::string name;
  std::string program;
  EngineReport report;
  std::unique_ptr<EngineProcess> process;
};

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

class Comparison {
 public:
  Comparison(const Options& options, std::vector<QueryClass> classes)
      : options_(options),
        articles_(options.data + "/articles.tsv"),
        classes_(std::move(classes)) {}

  Result<ExitStatus> run() {
    for (const std::string& engine : options_.engines) {
      if (auto ready = prepare(engine); !ready) return ready.error();
    }
    auto wrong = check();
    if (!wrong) return wrong.error();
    if (*wrong > 0) {
      return Error{ErrorKind::kInput, std::to_string(*wrong) + " answers are wrong; nothing timed"};
    }
    if (auto warm = warm_up(); !warm) return warm.error();
    for (std::size_t round = 0; round < options_.rounds; ++round) {
      if (auto timed = time_round(round); !timed) return timed.error();
      std::cerr << "round " << round + 1 << " of " << options_.rounds << '\n';
    }
    print();
    return ExitStatus::kSuccess;
  }

 private:
  Result<void> prepare(const std::string& named) {
    const std::size_t equals = named.find('=');
    if (equals == std::string::npos) {
      return Error{ErrorKind::kRequest, "'" + named + "' is not NAME=PROGRAM"};
    }
    Engine engine{named.substr(0, equals), named.substr(equals + 1), {}, nullptr};
    engine.report.name = engine.name;
    engine.report.classes.resize(classes_.size());
    const std::string index = options_.indexes + '/' + engine.name;
    if (!std::filesystem::exists(index)) {
      if (auto built = build(engine, index); !built) return built;
    }
    engine.report.build = read_usage(index + ".usage");
    engine.report.index_bytes = bytes_of(index);
    auto process = EngineProcess::start(engine.program, index);
    if (!process) return process.error();
    engine.process = std::make_unique<EngineProcess>(std::move(*process));
    engine.report.version = engine.process->version();
    engines_.push_back(std::move(engine));
    return {};
  }

  // Beside the index goes what building it took, for later runs on the same index.
  Result<void> build(const Engine& engine, const std::string& index) const {
    std::cerr << "building the index of " << engine.name << '\n';
    const std::string part = index + ".part";
    std::filesystem::create_directories(options_.indexes);
    std::filesystem::remove_all(part);
    const auto usage = measured_run({engine.program, "build", articles_, part});
    if (!usage) return usage.error();
    std::ofstream(index + ".usage") << usage->wall_seconds << ' ' << usage->processor_seconds << ' '
                                    << usage->peak_bytes << '\n';
    std::filesystem::rename(part, index);
    return {};
  }

  static Usage read_usage(const std::string& path) {
    Usage usage;
    std::ifstream(path) >> usage.wall_seconds >> usage.processor_seconds >> usage.peak_bytes;
    return usage;
  }

  // Every query to every engine, and for hits their count too; returns how many answers are wrong.
  Result<std::size_t> check() {
    auto reference = Reference::read(articles_, classes_);
    if (!reference) return reference.error();
    std::size_t wrong = 0;
    for (Engine& engine : engines_) {
      const Formula formula = formula_of(engine.name);
      std::size_t right = 0;
      for (const QueryClass& one : classes_) {
        for (const ExchangedQuery& query : one.queries) {
          auto counting = query;
          counting.operation = Operation::kCount;
          for (const ExchangedQuery& asked : {query, counting}) {
            const auto answer = engine.process->ask(asked);
            if (!answer) return answer.error();
            const auto complaint = reference->complaint(asked, formula, *answer);
            if (!complaint) {
              ++right;
            } else if (++wrong <= 20) {
              std::cerr << engine.name << ": " << one.name << ": " << encode(asked) << ": "
                        << *complaint << '\n';
            }
          }
        }
      }
      std::cerr << engine.name << ": " << right << " answers are right\n";
    }
    summary_ = std::to_string(reference->articles()) + " articles, " +
               std::to_string(reference->words()) + " words";
    return wrong;
  }

  Result<void> warm_up() {
    for (Engine& engine : engines_) {
      const auto start = std::chrono::steady_clock::now();
      while (seconds_since(start) < options_.warm_seconds) {
        for (const QueryClass& one : classes_) {
          for (const ExchangedQuery& query : one.queries) {
            if (seconds_since(start) > 2 * options_.warm_seconds) break;
            if (auto answer = engine.process->ask(query); !answer) return answer.error();
          }
        }
      }
    }
    return {};
  }

  // Class by class, the engines in turn, each round beginning with another; the queries of a class
  // in another order each round, the same for all.
  Result<void> time_round(std::size_t round) {
    for (std::size_t at = 0; at < classes_.size(); ++at) {
      const auto& queries = classes_[at].queries;
      std::vector<std::size_t> order(queries.size());
      for (std::size_t number = 0; number < order.size(); ++number) order[number] = number;
      std::shuffle(order.begin(), order.end(), std::mt19937_64(round));
      for (std::size_t turn = 0; turn < engines_.size(); ++turn) {
        Engine& engine = engines_[(round + turn) % engines_.size()];
        if (auto timed = time_class(engine, at, order); !timed) return timed;
      }
    }
    return {};
  }

  Result<void> time_class(Engine& engine, std::size_t at, const std::vector<std::size_t>& order) {
    ClassTimes& times = engine.report.classes[at];
    const double spent = mean_or_zero(times.wall_us) * static_cast<double>(order.size()) *
                         static_cast<double>(times.rounds) / 1e6;
    if (spent > options_.class_seconds) return {};
    constexpr double kNever = 1e18;
    times.processor_us.resize(order.size(), kNever);
    times.wall_us.resize(order.size(), kNever);
    for (const std::size_t number : order) {
      const auto answer = engine.process->ask(classes_[at].queries[number]);
      if (!answer) return answer.error();
      times.processor_us[number] =
          std::min(times.processor_us[number], static_cast<double>(answer->processor_ns) / 1e3);
      times.wall_us[number] =
          std::min(times.wall_us[number], static_cast<double>(answer->wall_ns) / 1e3);
    }
    ++times.rounds;
    return {};
  }

  static double mean_or_zero(const std::vector<double>& values) {
    return values.empty() ? 0 : mean(values);
  }

  void print() {
    std::vector<std::string> names;
    for (const QueryClass& one : classes_) names.push_back(one.name);
    std::vector<EngineReport> reports;
    std::cout << summary_ << "; of each query the best of " << options_.rounds << " rounds";
    for (Engine& engine : engines_) {
      engine.report.serving_peak_bytes = engine.process->peak_bytes();
      for (std::size_t at = 0; at < classes_.size(); ++at) {
        const std::size_t rounds = engine.report.classes[at].rounds;
        if (rounds < options_.rounds) {
          std::cout << "; " << engine.name << ' ' << names[at] << ": " << rounds;
        }
      }
      reports.push_back(engine.report);
    }
    std::cout << '\n';
    print_report(std::cout, names, reports, std::filesystem::file_size(articles_));
  }

  const Options& options_;
  std::string articles_;
  std::vector<QueryClass> classes_;
  std::vector<Engine> engines_;
  std::string summary_;
};

Result<ExitStatus> run(const Options& options) {
  auto classes = read_queries(options.data + "/queries");
  if (!classes) return classes.error();
  return Comparison(options, std::move(*classes)).run();
}

}  // namespace

BenchCommand compare_command(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* parser = app.add_subcommand("compare", "Build, check and time engines side by side");
  parser->add_option("DATA", options->data, "What `bench export` wrote")->required();
  parser->add_option("INDEXES", options->indexes, "Folder for indexes; present ones are used")
      ->required();
  parser->add_option("ENGINES", options->engines, "NAME=PROGRAM, Dateline first")->required();
  parser->add_option("--rounds", options->rounds, "Rounds that are timed");
  parser->add_option("--warm", options->warm_seconds, "Seconds that each engine runs before");
  parser->add_option("--class-seconds", options->class_seconds,
                     "After so long an engine gets no more rounds of a class");
  return {parser, [options] { return run(*options); }};
}

}  // namespace dateline::bench
