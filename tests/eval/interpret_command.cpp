// evaluate interpret: do filters from words for time and place help to find what was judged
// relevant?
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>

#include "command.h"
#include "searcher/evaluation/judgements.h"
#include "searcher/evaluation/measures.h"
#include "searcher/evaluation/significance.h"
#include "searcher/evaluation/topic_search.h"
#include "searcher/evaluation/topics.h"
#include "searcher/query_parser.h"
#include "searcher/search.h"

namespace dateline {
namespace {

struct InterpretOptions {
  std::string index;
  std::string topics;
  std::string judgements;
  std::string now_key;
  std::string place_key;
  std::size_t depth = kMaxLimit;
  bool list = false;
};

// What was read in a topic: "time", "place", "both" or "" for nothing.
std::string kind_of(const std::vector<Interpretation>& found) {
  const auto is_place = [](const Interpretation& one) { return one.country.has_value(); };
  const bool place = std::any_of(found.begin(), found.end(), is_place);
  const bool time = !std::all_of(found.begin(), found.end(), is_place);
  if (place && time) return "both";
  return place ? "place" : time ? "time" : "";
}

std::string words_of(const std::vector<Interpretation>& found) {
  std::string words;
  for (const Interpretation& one : found) words += (words.empty() ? "" : ", ") + one.words;
  return words;
}

struct ReadTopic {
  Topic topic;
  std::string kind;
  std::string words;  // those that were read
};

template <typename Read>
auto read_with(Read read, const std::string& path) -> decltype(read(std::cin, path)) {
  std::ifstream file(path);
  if (!file) return Error{ErrorKind::kMissing, "cannot read '" + path + "'"};
  return read(file, path);
}

// The judged topics in which something is read.
Result<std::vector<ReadTopic>> topics_read(const InterpretOptions& options,
                                           const Judgements& judgements) {
  auto topics = read_with(read_topics, options.topics);
  if (!topics) return topics.error();
  std::vector<ReadTopic> read;
  WordBreaker breaker;
  for (Topic& topic : *topics) {
    if (!judgements.contains(topic.id)) continue;
    if (!options.place_key.empty()) topic.text += " in " + topic.first(options.place_key);
    const auto now = options.now_key.empty() ? std::optional(Date{9999, 12, 31})
                                             : parse_iso_date(topic.first(options.now_key));
    const auto query = parse_query(topic.text);
    if (!now || !query) return Error{ErrorKind::kInput, "query " + topic.id + " cannot be read"};
    const auto found = interpret(topic.text, *query, *now, breaker);
    if (found.empty()) continue;
    read.push_back({std::move(topic), kind_of(found), words_of(found)});
  }
  return read;
}

// Values by topic, in their order.
using Values = std::vector<double>;

void print_row(const std::string& kind, const std::string& measure, const Values& words,
               const Values& filters) {
  std::size_t better = 0, worse = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    better += filters[at] > words[at] ? 1U : 0U;
    worse += filters[at] < words[at] ? 1U : 0U;
  }
  std::printf("| %s | %zu | %s | %.4f | %.4f | %+.4f | %.4f | %zu/%zu/%zu |\n", kind.c_str(),
              words.size(), measure.c_str(), mean(words), mean(filters),
              mean(filters) - mean(words), paired_p_value(words, filters), better, worse,
              words.size() - better - worse);
}

void print_list(const std::vector<ReadTopic>& read, const Values& words, const Values& filters) {
  for (std::size_t at = 0; at < read.size(); ++at) {
    std::printf("%s\t%s\t%s\t%.4f\t%.4f\t%s\n", read[at].topic.id.c_str(), read[at].kind.c_str(),
                read[at].words.c_str(), words[at], filters[at], read[at].topic.text.c_str());
  }
}

void print_report(const InterpretOptions& options, const std::vector<ReadTopic>& read,
                  const Judgements& judgements, const Run& words, const Run& filters) {
  std::printf(
      "| read | queries | measure | words alone | with filters | difference | p | "
      "better/worse/equal "
      "|\n|---|---|---|---|---|---|---|---|\n");
  for (const Measure& measure : all_measures()) {
    if (measure.name != "map" && measure.name != "recip_rank") continue;
    std::map<std::string, std::pair<Values, Values>> kinds;
    Values before, after;
    for (const ReadTopic& one : read) {
      const Judgements alone = {{one.topic.id, judgements.find(one.topic.id)->second}};
      before.push_back(values_of(measure, words, alone).front());
      after.push_back(values_of(measure, filters, alone).front());
      kinds[one.kind].first.push_back(before.back());
      kinds[one.kind].second.push_back(after.back());
    }
    for (const auto& [kind, values] : kinds) {
      print_row(kind, measure.name, values.first, values.second);
    }
    print_row("any", measure.name, before, after);
    if (options.list && measure.name == "recip_rank") print_list(read, before, after);
  }
}

Result<ExitStatus> run(const InterpretOptions& options) {
  const auto judgements = read_with(read_judgements, options.judgements);
  if (!judgements) return judgements.error();
  const auto read = topics_read(options, *judgements);
  if (!read) return read.error();
  auto searcher = Searcher::open(options.index);
  if (!searcher) return searcher.error();
  std::vector<Topic> topics;
  for (const ReadTopic& one : *read) topics.push_back(one.topic);
  TopicReading reading;
  reading.now_key = options.now_key;
  reading.depth = options.depth;
  const FilterContext context{{9999, 12, 31}, {}};
  const SearchFunction search = [&](const Request& request) { return searcher->search(request); };
  const auto words = run_topics(topics, reading, context, search);
  if (!words) return words.error();
  reading.defaults.request.interpret = true;
  const auto filters = run_topics(topics, reading, context, search);
  if (!filters) return filters.error();
  std::cout << read->size() << " of " << judgements->size()
            << " judged queries have words for a time or place\n\n";
  print_report(options, *read, *judgements, *words, *filters);
  return ExitStatus::kSuccess;
}

}  // namespace

EvalCommand interpret_command(CLI::App& app) {
  const auto options = std::make_shared<InterpretOptions>();
  CLI::App* parser =
      app.add_subcommand("interpret", "Compare words for time and place with filters made of them");
  parser->add_option("--index", options->index, "An index of the collection")->required();
  parser->add_option("--queries", options->topics, "Queries of the collection")->required();
  parser->add_option("--qrels", options->judgements, "Their judgements")->required();
  parser->add_option("--now-key", options->now_key,
                     "Metadata with the day a query was asked; without, any time has passed");
  parser->add_option("--place-key", options->place_key,
                     "Metadata with a place, which is added to the query: in PLACE");
  parser->add_option("--depth", options->depth, "Articles to rank for each query");
  parser->add_flag("--list", options->list,
                   "Print of each query what was read and its reciprocal ranks");
  return {parser, [options] { return run(*options); }};
}

}  // namespace dateline
