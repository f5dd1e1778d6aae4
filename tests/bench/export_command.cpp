// bench export: articles as their sources wrote them -> the files that all engines read.
#include <iostream>
#include <memory>
#include <random>

#include "command.h"
#include "exchange.h"
#include "indexer/article_builder.h"
#include "indexer/input_files.h"
#include "indexer/record_reader.h"
#include "query_maker.h"

namespace dateline::bench {
namespace {

struct Options {
  std::vector<std::string> inputs;
  std::string target;
  std::size_t queries = 100;
  std::uint64_t seed = 1;
};

void append_word(std::string& words, std::string_view word) {
  if (!words.empty()) words += ' ';
  words += word;
}

std::string joined(const std::vector<Token>& tokens) {
  std::string words;
  for (const Token& token : tokens) append_word(words, token.term);
  return words;
}

std::string joined(const ArticleWords& article, const Vocabulary& vocabulary) {
  std::string words;
  for (const std::uint32_t number : article.title) append_word(words, vocabulary.term(number));
  for (const std::uint32_t number : article.body) append_word(words, vocabulary.term(number));
  return words;
}

// Terms as text that has exactly those terms when it is analysed as a language without rules, so
// that Dateline can store it and still find them; nothing if there is no such text. (Few terms
// change: "u.s" stays, some with marks in them break once more.)
std::optional<std::string> stable_words(std::string words, Analyzer& analyzer) {
  for (int times = 0; times < 4; ++times) {
    std::string again = joined(analyzer.analyze(words, "und"));
    if (again == words) return words;
    words = std::move(again);
  }
  return std::nullopt;
}

class Exporter {
 public:
  explicit Exporter(const std::string& target)
      : articles_(target + "/articles.tsv"), questions_(target + "/questions.tsv") {}

  Result<void> read(const InputFile& input) {
    auto reader = RecordReader::open(input);
    if (!reader) return reader.error();
    while (const auto record = reader->next()) {
      const auto built = *record ? builder_.build(**record) : record->error();
      if (!built || !add(*built)) ++left_out_;
    }
    return {};
  }

  Result<void> finish() {
    if (!articles_.flush() || !questions_.flush()) {
      return Error{ErrorKind::kSystem, "cannot write the exported files"};
    }
    std::cerr << written_ << " articles exported, " << left_out_
              << " left out (no day, or nothing to index)\n";
    return {};
  }

 private:
  // False if the article cannot be compared: without a day, engines differ in what it means.
  bool add(const BuiltArticle& built) {
    const Article& article = built.indexed.article;
    const Date& date = article.date.date;
    if (date.precision() != DatePrecision::kDay) return false;
    auto words = stable_words(joined(built.words, builder_.vocabulary()), analyzer_);
    if (!words || words->empty()) return false;
    ExchangedArticle exchanged;
    exchanged.id = std::to_string(1'000'000'000 + ++written_);  // ids of one length sort by number
    exchanged.day = static_cast<std::uint32_t>(date.year * 10000 + date.month * 100 + date.day);
    for (const CountryCode country : article.countries.about) {
      exchanged.countries.push_back(country.str());
    }
    exchanged.source = article.source;
    for (char& c : exchanged.source) {
      if (c == '\t' || c == '\n') c = ' ';
    }
    exchanged.language = "und";
    exchanged.words = std::move(*words);
    articles_ << encode(exchanged) << '\n';
    add_question(article);
    return true;
  }

  // Every so often a title becomes a question to the whole engine; half of them with filters.
  void add_question(const Article& article) {
    if (article.title.empty() || random_() % 16 != 0) return;
    std::string year;
    std::string country;
    if (random_() % 2 == 0) {
      year = std::to_string(article.date.date.year);
      if (article.countries.primary) country = article.countries.primary->str();
    }
    questions_ << year << '\t' << country << '\t' << article.title << '\n';
  }

  std::ofstream articles_;
  std::ofstream questions_;
  ArticleBuilder builder_;
  Analyzer analyzer_;
  std::mt19937_64 random_{1};
  std::size_t written_ = 0;
  std::size_t left_out_ = 0;
};

Result<ExitStatus> run(const Options& options) {
  std::filesystem::create_directories(options.target);
  const InputListing listing = list_inputs(options.inputs);
  if (!listing.errors.empty()) return listing.errors.front();
  Exporter exporter(options.target);
  for (const InputFile& input : listing.files) {
    if (input.kind != InputKind::kJsonLines || input.path.filename() != "corpus.jsonl") continue;
    if (auto read = exporter.read(input); !read) return read.error();
  }
  if (auto finished = exporter.finish(); !finished) return finished.error();
  const auto queries =
      make_queries(options.target + "/articles.tsv", options.queries, options.seed);
  if (!queries) return queries.error();
  if (auto written = write_queries(*queries, options.target + "/queries"); !written) {
    return written.error();
  }
  return ExitStatus::kSuccess;
}

}  // namespace

BenchCommand export_command(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* parser = app.add_subcommand("export", "Write what all engines read");
  parser->add_option("TARGET", options->target, "Folder to write to")->required();
  parser->add_option("DATA", options->inputs, "Folders with a corpus.jsonl")->required();
  parser->add_option("--queries", options->queries, "Queries of each class");
  parser->add_option("--seed", options->seed, "Of the choice of queries");
  return {parser, [options] { return run(*options); }};
}

}  // namespace dateline::bench
