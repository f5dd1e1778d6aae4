// bench answers: whole answers of an index as users have it, and the command line from a cold
// start.
#include <chrono>
#include <fstream>
#include <iostream>
#include <memory>
#include <thread>

#include "command.h"
#include "exchange.h"
#include "measured_run.h"
#include "peers/peer.h"
#include "report.h"
#include "searcher/search.h"

namespace dateline::bench {
namespace {

using Clock = std::chrono::steady_clock;

struct Options {
  std::string index;
  std::string questions;
  std::string program;
  std::size_t questions_asked = 2000;
  unsigned threads = 2;
  std::size_t one_shots = 50;
};

struct Question {
  Request request;
  std::vector<std::string> arguments;  // the same for the command line
};

// Lines of year, country and text, the first two perhaps empty.
Result<std::vector<Question>> read_questions(const std::string& path, std::size_t most) {
  std::ifstream file(path);
  std::vector<Question> questions;
  for (std::string line; questions.size() < most && std::getline(file, line);) {
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    if (second == std::string::npos) return Error{ErrorKind::kInput, path + ": no question"};
    const std::string year = line.substr(0, first);
    const std::string country = line.substr(first + 1, second - first - 1);
    Question question;
    question.request.query = line.substr(second + 1);
    question.arguments = {"--", question.request.query};
    if (!year.empty()) {
      question.request.filters.from = question.request.filters.to = Date{std::stoi(year), 0, 0};
      question.arguments.insert(question.arguments.begin(), {"--from", year, "--to", year});
    }
    if (!country.empty()) {
      question.request.filters.countries = {*parse_country_code(country)};
      question.arguments.insert(question.arguments.begin(), {"--country", country});
    }
    questions.push_back(std::move(question));
  }
  if (questions.empty()) return Error{ErrorKind::kMissing, "no questions in '" + path + "'"};
  return questions;
}

// Milliseconds of each question.
struct Times {
  std::vector<double> wall;
  std::vector<double> processor;
};

Result<Times> ask_all(Searcher& searcher, const std::vector<Question>& questions) {
  Times times;
  for (const Question& question : questions) {
    const auto start = Clock::now();
    const std::uint64_t processor = thread_processor_ns();
    const auto answer = searcher.search(question.request);
    if (!answer) return answer.error();
    times.processor.push_back(static_cast<double>(thread_processor_ns() - processor) / 1e6);
    times.wall.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
  }
  return times;
}

void print_times(const char* what, const std::vector<double>& times) {
  std::cout << "| " << what << ", ms | " << mean(times) << " | " << quantile(times, 0.5) << " | "
            << quantile(times, 0.99) << " | ";
}

// Answers a second when every thread asks all questions with a searcher of its own.
Result<double> throughput(const Options& options, const std::vector<Question>& questions) {
  std::vector<Searcher> searchers;
  for (unsigned at = 0; at < options.threads; ++at) {
    auto searcher = Searcher::open(options.index);
    if (!searcher) return searcher.error();
    searchers.push_back(std::move(*searcher));
  }
  std::vector<std::thread> threads;
  const auto start = Clock::now();
  for (Searcher& searcher : searchers) {
    threads.emplace_back([&] {
      for (const Question& question : questions)
        static_cast<void>(searcher.search(question.request));
    });
  }
  for (std::thread& thread : threads) thread.join();
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  return static_cast<double>(questions.size() * searchers.size()) / seconds;
}

// The program from start to end, on files that the system has cached or not.
Result<void> print_one_shots(const Options& options, const std::vector<Question>& questions,
                             bool cold) {
  std::vector<double> wall;
  std::vector<double> processor;
  std::uint64_t peak = 0;
  for (std::size_t at = 0; at < std::min(options.one_shots, questions.size()); ++at) {
    std::vector<std::string> command = {options.program, "query", "--index", options.index};
    const auto& arguments = questions[at].arguments;
    command.insert(command.end(), arguments.begin(), arguments.end());
    if (cold) forget_cached(options.index);
    const auto usage = measured_run(command);
    if (!usage) return usage.error();
    wall.push_back(usage->wall_seconds * 1e3);
    processor.push_back(usage->processor_seconds * 1e3);
    peak = std::max(peak, usage->peak_bytes);
  }
  std::cout << "| one shot of the command line, index " << (cold ? "not cached" : "cached")
            << ", ms | " << mean(wall) << " | " << quantile(wall, 0.5) << " | "
            << quantile(wall, 0.99) << " | processor " << mean(processor) << " ms, peak "
            << static_cast<double>(peak) / 1e6 << " MB |\n";
  return {};
}

Result<ExitStatus> run(const Options& options) {
  const auto questions = read_questions(options.questions, options.questions_asked);
  if (!questions) return questions.error();
  auto searcher = Searcher::open(options.index);
  if (!searcher) return searcher.error();
  if (const auto warm = ask_all(*searcher, *questions); !warm) return warm.error();
  const auto times = ask_all(*searcher, *questions);
  if (!times) return times.error();
  const auto rate = throughput(options, *questions);
  if (!rate) return rate.error();
  std::cout << "| whole answers (" << questions->size() << " questions) | mean | p50 | p99 | |\n"
            << "|---|---|---|---|---|\n";
  print_times("in process, warm, wall time", times->wall);
  std::cout << *rate << " answers a second on " << options.threads << " threads |\n";
  print_times("in process, warm, processor time", times->processor);
  std::cout << "|\n";
  for (const bool cold : {false, true}) {
    if (auto printed = print_one_shots(options, *questions, cold); !printed) {
      return printed.error();
    }
  }
  return ExitStatus::kSuccess;
}

}  // namespace

BenchCommand answers_command(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* parser = app.add_subcommand("answers", "Time whole answers and the command line");
  parser->add_option("INDEX", options->index, "An index of Dateline")->required();
  parser->add_option("QUESTIONS", options->questions, "questions.tsv of `bench export`")
      ->required();
  parser->add_option("PROGRAM", options->program, "dateline-search")->required();
  parser->add_option("--questions", options->questions_asked, "How many of them");
  parser->add_option("--threads", options->threads, "For the answers a second");
  parser->add_option("--one-shots", options->one_shots, "Runs of the command line");
  return {parser, [options] { return run(*options); }};
}

}  // namespace dateline::bench
