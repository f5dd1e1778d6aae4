// evaluate fit-countries: fits the coefficients of indexer/about_model.cpp and prints them.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "command.h"
#include "country_truth.h"
#include "indexer/about_model.h"
#include "indexer/article_builder.h"
#include "indexer/country_choice.h"
#include "indexer/country_finder.h"
#include "logistic_fit.h"

namespace dateline {
namespace {

// The countries that the model decides about: those not about as strong as the strongest.
void add_cases(const PlacedArticle& truth, ArticleBuilder& builder,
               std::vector<LogisticCase>& cases) {
  const auto built = builder.build(truth.record);
  if (!built) return;
  const Article& article = built->indexed.article;
  const auto scores = score_countries(find_mentions(article.title, article.text, article.language));
  if (scores.empty()) return;
  const AboutArticle beside{scores.front().score, scores.size(), article.text.size()};
  for (const CountryScore& country : scores) {
    const AboutFeatures features = about_features(country, beside);
    const bool about = std::binary_search(truth.about.begin(), truth.about.end(), country.country);
    cases.push_back({{features.begin(), features.end()}, about});
  }
}

Result<ExitStatus> run(const std::string& file, const std::string& part) {
  const auto articles = read_country_truth(CountryTruthShape::kReuters, file, part);
  if (!articles) return articles.error();
  ArticleBuilder builder;
  std::vector<LogisticCase> cases;
  for (const PlacedArticle& article : *articles) add_cases(article, builder, cases);
  const std::vector<double> fitted = fit_logistic(cases);
  std::printf("%zu cases\n", cases.size());
  for (std::size_t i = 0; i < fitted.size(); ++i) {
    std::printf("%-20s %6.2f\n", std::string(kAboutFeatures.at(i)).c_str(), fitted[i]);
  }
  return ExitStatus::kSuccess;
}

}  // namespace

EvalCommand fit_countries_command(CLI::App& app) {
  CLI::App* parser =
      app.add_subcommand("fit-countries", "Fit the coefficients of indexer/about_model.cpp anew");
  const auto file = std::make_shared<std::string>();
  const auto part = std::make_shared<std::string>("TRAIN");
  parser->add_option("REUTERS21578", *file, "The collection's corpus.jsonl")->required();
  parser->add_option("--part", *part, "TRAIN unless told otherwise");
  return {parser, [file, part] { return run(*file, *part); }};
}

}  // namespace dateline
