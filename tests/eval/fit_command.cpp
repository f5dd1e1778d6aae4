// evaluate fit-dates: fits the weights of indexer/date_weights.cpp and prints its table.
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>

#include "command.h"
#include "common/text/language_detector.h"
#include "date_fit.h"
#include "date_truth.h"
#include "indexer/date_weights.h"
#include "indexer/digit_order.h"
#include "indexer/text_dates.h"

namespace dateline {
namespace {

constexpr double kPenalty = 1;
constexpr double kRunInWeight = 0.5;     // of a page without line ends, beside the page with them
constexpr std::uint64_t kNewsKept = 20;  // every so many articles of news are used

FitPage page_of(const DatedArticle& article) {
  const Record& record = article.record;
  const std::string language = detect_language(record.text);
  const Layout layout = lay_out(record, language);
  FitPage page;
  page.truth = article.truth;
  for (const DateCandidate& candidate : dates_in_text(record, layout, language)) {
    if (candidate.date.precision() != DatePrecision::kDay) continue;
    page.candidates.push_back({candidate.date, candidate.cues});
  }
  return page;
}

void print_row(DateCue cue, double weight, double run_in, const std::vector<FitPage>& pages) {
  int seen = 0;
  int right = 0;
  for (const FitPage& page : pages) {
    for (const FitCandidate& candidate : page.candidates) {
      if (!candidate.cues.has(cue)) continue;
      ++seen;
      if (candidate.day == page.truth) ++right;
    }
  }
  const std::string name = name_of(cue);
  std::string identifier = "k";
  bool capital = true;
  for (const char c : name) {
    if (c != '-') identifier += capital ? static_cast<char>(std::toupper(c)) : c;
    capital = c == '-';
  }
  std::printf("    {DateCue::%s, \"%s\", %.2f, %.2f, %d, %.3f},\n", identifier.c_str(),
              name.c_str(), weight, run_in, seen,
              seen == 0 ? 0.0 : static_cast<double>(right) / seen);
}

Result<ExitStatus> run(const std::string& html, const std::string& news) {
  const auto pages = read_date_truth(TruthShape::kHtml, html);
  if (!pages) return pages.error();
  const auto articles = read_date_truth(TruthShape::kRealtimeqa, news);
  if (!articles) return articles.error();
  std::vector<FitPage> in_lines;
  std::vector<FitPage> run_in;
  std::vector<FitPage> news_pages;
  for (DatedArticle page : *pages) {
    if (is_held_out(page)) continue;
    in_lines.push_back(page_of(page));
    std::replace(page.record.text.begin(), page.record.text.end(), '\n', ' ');
    run_in.push_back(page_of(page));
  }
  for (const DatedArticle& article : *articles) {
    const bool kept = group_hash(article) / 2 % kNewsKept == 0;
    if (kept && !is_held_out(article)) news_pages.push_back(page_of(article));
  }
  std::vector<FitPage> all = run_in;
  all.insert(all.end(), news_pages.begin(), news_pages.end());
  const FittedWeights without = fit_weights(all, kPenalty);
  for (std::size_t i = 0; i < run_in.size(); ++i) all[i].weight = kRunInWeight;
  all.insert(all.end(), in_lines.begin(), in_lines.end());
  const FittedWeights lines = fit_weights(all, kPenalty);
  std::printf("constexpr double kBias = %.2f;\nconstexpr double kBiasRunIn = %.2f;\n", lines.bias,
              without.bias);
  for (std::size_t i = 0; i < kCueCount; ++i) {
    print_row(static_cast<DateCue>(i), lines.weights[i], without.weights[i], in_lines);
  }
  return ExitStatus::kSuccess;
}

}  // namespace

EvalCommand fit_dates_command(CLI::App& app) {
  CLI::App* parser =
      app.add_subcommand("fit-dates", "Fit the weights of indexer/date_weights.cpp anew");
  const auto html = std::make_shared<std::string>();
  const auto news = std::make_shared<std::string>();
  parser->add_option("HTML", *html, "Folder of the collection of pages")->required();
  parser->add_option("REALTIMEQA", *news, "Folder of the collection of news")->required();
  return {parser, [html, news] { return run(*html, *news); }};
}

}  // namespace dateline
