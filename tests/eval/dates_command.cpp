// evaluate dates: finds the date of every article of a collection and compares it with the truth.
#include <iostream>
#include <map>
#include <memory>
#include <string>

#include "command.h"
#include "common/text/language_detector.h"
#include "date_scores.h"
#include "date_truth.h"
#include "indexer/page_reader.h"

namespace dateline {
namespace {

struct Options {
  TruthShape shape = TruthShape::kCorpus;
  std::string folder;
  std::size_t worst = 0;
};

DateOutcome outcome_of(const DatedArticle& article, TruthShape shape) {
  const Record& record = article.record;
  DateOutcome outcome;
  outcome.id = record.id;
  outcome.truth = article.truth;
  outcome.found = read_page(record, detect_language(record.text)).date;
  const Date& found = outcome.found.date;
  const bool from_text = outcome.found.evidence.starts_with("text.");
  outcome.written = !from_text || is_written(found, record.text);
  if (shape == TruthShape::kReuters) {
    outcome.truth.year = 0;
    outcome.right = found.month == article.truth.month && found.day == article.truth.day;
    // Wire copy dates itself without the year: the year is never there to be found.
    if (found.year != 0 && found.year != article.truth.year) outcome.written = false;
  } else {
    outcome.right = found == article.truth;
  }
  return outcome;
}

Result<ExitStatus> run(const Options& options) {
  const auto articles = read_date_truth(options.shape, options.folder);
  if (!articles) return articles.error();
  std::vector<DateOutcome> all;
  std::vector<DateOutcome> fitted;
  std::vector<DateOutcome> held_out;
  for (const DatedArticle& article : *articles) {
    all.push_back(outcome_of(article, options.shape));
    (is_held_out(article) ? held_out : fitted).push_back(all.back());
  }
  if (options.shape == TruthShape::kHtml) {
    print_scores(std::cout, "half that weights are fitted on", fitted);
    print_scores(std::cout, "half held out", held_out);
  }
  print_scores(std::cout, "all", all);
  print_by_evidence(std::cout, all);
  print_worst(std::cout, all, options.worst);
  return ExitStatus::kSuccess;
}

}  // namespace

EvalCommand dates_command(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* parser = app.add_subcommand("dates", "How right are the dates of publication?");
  const std::map<std::string, TruthShape> shapes = {{"corpus", TruthShape::kCorpus},
                                                    {"html", TruthShape::kHtml},
                                                    {"reuters21578", TruthShape::kReuters},
                                                    {"realtimeqa", TruthShape::kRealtimeqa}};
  parser->add_option("SHAPE", options->shape, "The form of the truth; README.md describes each")
      ->required()
      ->transform(CLI::CheckedTransformer(shapes));
  parser->add_option("FOLDER", options->folder, "Where the collection lies")->required();
  parser->add_option("--worst", options->worst, "Print that many of the worst errors");
  return {parser, [options] { return run(*options); }};
}

}  // namespace dateline
