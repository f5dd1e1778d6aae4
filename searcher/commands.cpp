#include "searcher/commands.h"

#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include <unistd.h>

#include "common/clock.h"
#include "common/text/country_lookup.h"
#include "common/text/country_names.h"
#include "searcher/answer_format.h"
#include "searcher/batch.h"
#include "searcher/batch_output.h"
#include "searcher/mcp/protocol.h"
#include "searcher/search.h"
#include "searcher/terminal.h"

namespace dateline {
namespace {

// Lines longer than this are hard to read, however wide the terminal is.
constexpr std::size_t kWidestText = 100;

FilterContext filter_context(const std::optional<Date>& now) {
  return {now ? *now : local_today(), parse_country};
}

TextStyle text_style(ColorChoice color) {
  const Terminal terminal = describe_terminal(STDOUT_FILENO);
  const bool emphasised =
      color == ColorChoice::kAlways || (color == ColorChoice::kAuto && terminal.wants_color);
  return {std::min(terminal.width, kWidestText), emphasised ? Emphasis::kAnsi : Emphasis::kPlain,
          [](CountryCode country) { return country_label(country); }};
}

const AnswerFormat& chosen_format(const Presentation& presentation) {
  return answer_formats()[static_cast<std::size_t>(presentation.format)];
}

Result<ExitStatus> run(const QueryCommand& command) {
  const Result<Request> request = resolve(command.request, filter_context(command.now));
  if (!request) return request.error();
  const auto synonyms = shared_synonyms(command.synonyms);
  if (!synonyms) return synonyms.error();
  Result<Searcher> searcher = Searcher::open(command.index, *synonyms);
  if (!searcher) return searcher.error();
  const Result<Answer> answer = searcher->search(*request);
  if (!answer) return answer.error();
  std::cout << chosen_format(command.presentation)
                   .answer(*answer, text_style(command.presentation.color));
  return answer->passages.empty() ? ExitStatus::kIncomplete : ExitStatus::kSuccess;
}

// For one thread; opens the index when it is first asked, unless it is given.
SearchFunction searching_newest(const std::filesystem::path& index,
                                const std::shared_ptr<const Synonyms>& synonyms,
                                std::optional<Searcher> opened = std::nullopt) {
  const auto kept = std::make_shared<std::optional<Searcher>>(std::move(opened));
  return [index, synonyms, kept](const Request& request) -> Result<Answer> {
    if (!*kept) {
      auto searcher = Searcher::open(index, synonyms);
      if (!searcher) return searcher.error();
      kept->emplace(*std::move(searcher));
    }
    if (const auto renewed = (*kept)->renew(); !renewed) return renewed.error();
    return (*kept)->search(request);
  };
}

// One for each thread. What is wrong with the index is said before any line is read.
Result<std::vector<SearchFunction>> searches_of(const BatchCommand& command) {
  const auto synonyms = shared_synonyms(command.synonyms);
  if (!synonyms) return synonyms.error();
  Result<Searcher> first = Searcher::open(command.index, *synonyms);
  if (!first) return first.error();
  std::vector<SearchFunction> searches = {
      searching_newest(command.index, *synonyms, *std::move(first))};
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t threads = command.threads == 0 ? cores : command.threads;
  while (searches.size() < threads) {
    searches.push_back(searching_newest(command.index, *synonyms));
  }
  return searches;
}

Result<ExitStatus> run(const BatchCommand& command) {
  const FilterContext context = filter_context(command.now);
  // What is wrong on the command line would otherwise be wrong with every request.
  if (const auto defaults = resolve(command.defaults, context); !defaults) return defaults.error();
  const auto searches = searches_of(command);
  if (!searches) return searches.error();
  BatchOutput output;
  if (command.output) {
    auto opened = open_batch_output(*command.output, command.resume);
    if (!opened) return opened.error();
    output = *std::move(opened);
  }
  std::ostream& stream = command.output ? output.file : std::cout;
  const auto report =
      run_batch(std::cin, stream, {command.defaults, context}, *searches, output.start);
  if (!report) return report.error();
  if (command.output && !stream) {
    return Error{ErrorKind::kSystem, "cannot write to " + command.output->string() +
                                         "; once that is mended, --resume goes on"};
  }
  if (report->failed == 0) return ExitStatus::kSuccess;
  std::cerr << "dateline-search: " << report->failed << " of " << report->answered + report->failed
            << " requests could not be answered; see the lines with \"error\"\n";
  return ExitStatus::kFailure;
}

Result<ExitStatus> run(const ShowCommand& command) {
  const Result<Searcher> searcher = Searcher::open(command.index);
  if (!searcher) return searcher.error();
  const Result<Article> article = searcher->article(command.id);
  if (!article) return article.error();
  std::cout << chosen_format(command.presentation)
                   .article(*article, text_style(command.presentation.color));
  return ExitStatus::kSuccess;
}

Result<ExitStatus> run(const VerifyCommand& command) {
  const Result<Request> request = resolve(command.request, filter_context(command.now));
  if (!request) return request.error();
  Result<Searcher> searcher = Searcher::open(command.index);
  if (!searcher) return searcher.error();
  const Result<Verification> found = searcher->verify(*request);
  if (!found) return found.error();
  std::cout << chosen_format(command.presentation)
                   .verification(*found, text_style(command.presentation.color));
  return found->matches.empty() ? ExitStatus::kIncomplete : ExitStatus::kSuccess;
}

Result<ExitStatus> run(const EvalCommand& command) {
  const auto synonyms = shared_synonyms(command.synonyms);
  if (!synonyms) return synonyms.error();
  Result<Searcher> searcher = Searcher::open(command.index, *synonyms);
  if (!searcher) return searcher.error();
  const Result<std::string> report =
      evaluate(command.order, filter_context(command.now),
               [&searcher](const Request& request) { return searcher->search(request); });
  if (!report) return report.error();
  std::cout << *report;
  return ExitStatus::kSuccess;
}

Result<ExitStatus> run(const ServeCommand& command) {
  ServeOrder order = command.order;
  order.context.filters = filter_context(command.now);
  return serve(order);
}

Result<ExitStatus> run(const McpCommand& command) {
  const auto synonyms = shared_synonyms(command.synonyms);
  if (!synonyms) return synonyms.error();
  Result<Searcher> searcher = Searcher::open(command.index, *synonyms);
  if (!searcher) return searcher.error();
  run_mcp(std::cin, std::cout, *searcher, {command.defaults, filter_context(command.now)});
  return ExitStatus::kSuccess;
}

Result<ExitStatus> run(const NoticeCommand& command) {
  std::cout << command.text;
  return ExitStatus::kSuccess;
}

}  // namespace

Result<ExitStatus> run_search_command(const SearchCommand& command) {
  return std::visit([](const auto& chosen) { return run(chosen); }, command);
}

}  // namespace dateline
