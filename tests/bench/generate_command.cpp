// bench generate: any number of articles out of those of a collection, for measuring growth.
//
// Each is a run of sentences of one article, its topic, followed by runs of two others; the title,
// the country and the source are the topic's, the day is near the topic's. So words keep their
// frequencies, and most of the company they keep; new words stop coming, unlike in real growth.
// Articles are written in the order of their days, as news arrives. The same arguments give the
// same articles.
#include <algorithm>
#include <iostream>
#include <memory>
#include <random>

#include "command.h"
#include "common/json_writer.h"
#include "common/text/sentence_breaker.h"
#include "indexer/article_builder.h"
#include "indexer/input_files.h"
#include "indexer/record_reader.h"

namespace dateline::bench {
namespace {

struct Options {
  std::vector<std::string> inputs;
  std::size_t articles = 1'000'000;
  std::size_t bytes = 900;  // of an article, about
  std::uint64_t seed = 1;
};

using Random = std::mt19937_64;

constexpr int kDaysAround = 200;

struct Source {
  std::string title, text, source;
  std::vector<CountryCode> countries;
  std::int32_t day = 0;
};

Result<std::vector<Source>> read_sources(const std::vector<std::string>& inputs) {
  std::vector<Source> sources;
  const InputListing listing = list_inputs(inputs);
  if (!listing.errors.empty()) return listing.errors.front();
  ArticleBuilder builder;
  for (const InputFile& input : listing.files) {
    if (input.path.filename() != "corpus.jsonl") continue;
    auto reader = RecordReader::open(input);
    if (!reader) return reader.error();
    while (const auto record = reader->next()) {
      const auto built = *record ? builder.build(**record) : record->error();
      if (!built) continue;
      const Article& article = built->indexed.article;
      if (article.date.date.precision() != DatePrecision::kDay) continue;
      sources.push_back({article.title, article.text.substr(article.body_start), article.source,
                         article.countries.about, day_number(article.date.date)});
    }
  }
  if (sources.empty()) return Error{ErrorKind::kInput, "no article with a day to begin with"};
  return sources;
}

// Consecutive sentences from a random one on, about `bytes` of them.
void append_run(const Source& source, std::size_t bytes, Random& random, std::string& text) {
  // A window, so that a long article need not be broken into sentences as a whole.
  std::size_t start = source.text.size() < 2 * bytes ? 0 : random() % (source.text.size() - bytes);
  while (start > 0 && source.text[start] != '\n') --start;
  std::size_t end = std::min(source.text.size(), start + 2 * bytes + 200);
  while (end < source.text.size() && source.text[end] != '\n') ++end;
  const std::string_view window = std::string_view(source.text).substr(start, end - start);
  std::size_t taken = 0;
  for (const ByteRange& sentence : sentences(window)) {
    if (taken >= bytes) break;
    if (!text.empty()) text += taken == 0 ? "\n\n" : " ";
    text += slice(window, sentence);
    taken += sentence.size();
  }
}

struct Plan {
  std::int32_t day = 0;
  std::size_t topic = 0;
};

std::string json_of(const Plan& plan, const std::vector<Source>& sources, std::size_t number,
                    const Options& options) {
  Random random(options.seed * 1'000'003 + number);
  const Source& topic = sources[plan.topic];
  const std::size_t bytes = options.bytes / 2 + random() % options.bytes;
  std::string text;
  append_run(topic, bytes / 2, random, text);
  for (int others = 0; others < 2; ++others) {
    append_run(sources[random() % sources.size()], bytes / 4, random, text);
  }
  JsonWriter json(JsonLayout::kOneLine);
  json.begin_object();
  json.key("id").string("generated-" + std::to_string(number));
  json.key("title").string(topic.title);
  json.key("text").string(text);
  json.key("date").string(to_iso(date_from_day_number(plan.day)));
  json.key("source").string(topic.source);
  json.key("countries").begin_plain_array();
  for (const CountryCode country : topic.countries) json.string(country.str());
  json.end_array();
  json.end_object();
  return json.take();
}

Result<ExitStatus> run(const Options& options) {
  const auto sources = read_sources(options.inputs);
  if (!sources) return sources.error();
  Random random(options.seed);
  std::vector<Plan> plans(options.articles);
  for (Plan& plan : plans) {
    plan.topic = random() % sources->size();
    plan.day = (*sources)[plan.topic].day - kDaysAround +
               static_cast<std::int32_t>(random() % (2 * kDaysAround + 1));
  }
  std::sort(plans.begin(), plans.end(), [](const Plan& left, const Plan& right) {
    return std::pair(left.day, left.topic) < std::pair(right.day, right.topic);
  });
  for (std::size_t number = 0; number < plans.size() && std::cout; ++number) {
    std::cout << json_of(plans[number], *sources, number, options) << '\n';
  }
  return ExitStatus::kSuccess;
}

}  // namespace

BenchCommand generate_command(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* parser = app.add_subcommand("generate", "Write articles made out of others' sentences");
  parser->add_option("DATA", options->inputs, "Folders with a corpus.jsonl")->required();
  parser->add_option("--articles", options->articles, "How many");
  parser->add_option("--bytes", options->bytes, "How long, on average");
  parser->add_option("--seed", options->seed, "Of all that is drawn");
  return {parser, [options] { return run(*options); }};
}

}  // namespace dateline::bench
