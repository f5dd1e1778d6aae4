// evaluate countries: which countries are articles about, as found and in truth?
#include <ctime>
#include <iostream>
#include <map>
#include <memory>

#include "command.h"
#include "country_scores.h"
#include "country_truth.h"
#include "indexer/article_builder.h"

namespace dateline {
namespace {

struct CountriesOptions {
  CountryTruthShape shape = CountryTruthShape::kTraps;
  std::string file;
  std::string part;
  std::size_t worst = 0;
};

CountryOutcome outcome_of(const PlacedArticle& truth, ArticleBuilder& builder) {
  CountryOutcome outcome{truth.record.id, truth.about, truth.primary, {}, {}};
  const auto built = builder.build(truth.record);
  if (!built) return outcome;  // an article without words
  const Article& article = built->indexed.article;
  outcome.found = article.countries;
  for (const CountrySpan& span : article.countries.spans) {
    outcome.words.emplace_back(slice(span.in_title ? article.title : article.text, span.range));
  }
  return outcome;
}

Result<ExitStatus> evaluate(const CountriesOptions& options) {
  const auto articles = read_country_truth(options.shape, options.file, options.part);
  if (!articles) return articles.error();
  ArticleBuilder builder;
  std::vector<CountryOutcome> outcomes;
  for (const PlacedArticle& article : *articles) outcomes.push_back(outcome_of(article, builder));
  print_scores(std::cout, outcomes);
  if (options.worst > 0) print_worst(std::cout, outcomes, options.worst);
  return ExitStatus::kSuccess;
}

}  // namespace

EvalCommand countries_command(CLI::App& app) {
  const auto options = std::make_shared<CountriesOptions>();
  CLI::App* parser = app.add_subcommand("countries", "which countries articles are about");
  const std::map<std::string, CountryTruthShape> shapes = {
      {"traps", CountryTruthShape::kTraps},
      {"reuters21578", CountryTruthShape::kReuters},
      {"cliff", CountryTruthShape::kCliff},
      {"lgl", CountryTruthShape::kLgl}};
  parser->add_option("shape", options->shape, "how the file tells the truth")
      ->required()
      ->transform(CLI::CheckedTransformer(shapes));
  parser->add_option("file", options->file, "JSON lines with articles and their truth")->required();
  parser->add_option("--part", options->part, "TRAIN or TEST (reuters21578), or half A or B");
  parser->add_option("--worst", options->worst, "show so many countries of each kind of error");
  return {parser, [options] { return evaluate(*options); }};
}

}  // namespace dateline
