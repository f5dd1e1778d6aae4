// evaluate dates: finds the date of every article of a collection and compares it with the truth.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <string>

#include "command.h"
#include "common/text/language_detector.h"
#include "date_scores.h"
#include "date_truth.h"
#include "indexer/date_scanner.h"
#include "indexer/page_reader.h"
#include "indexer/probable_year.h"

namespace dateline {
namespace {

struct Options {
  TruthShape shape = TruthShape::kCorpus;
  std::string folder;
  HtmlLayout layout = HtmlLayout::kBlocks;
  bool probable_year = false;
  std::size_t worst = 0;
  std::vector<std::string> at_least;  // "accuracy=0.82"
  std::vector<std::string> at_most;
};

// What a figure must not fall below or rise above.
struct Bound {
  std::string figure;
  double value = 0;
};

Result<Bound> bound_of(const std::string& text, const DateFigures& figures) {
  const std::size_t equals = text.find('=');
  Bound bound{text.substr(0, equals), 0};
  if (equals == std::string::npos || figures.count(bound.figure) == 0) {
    return Error{ErrorKind::kRequest, "'" + text + "' is no bound like accuracy=0.82"};
  }
  bound.value = std::strtod(text.c_str() + equals + 1, nullptr);
  return bound;
}

// Prints each bound that is not kept. Fails with kRequest for one that means nothing.
Result<ExitStatus> check_bounds(const Options& options, const DateFigures& figures) {
  ExitStatus status = ExitStatus::kSuccess;
  for (const std::vector<std::string>* bounds : {&options.at_least, &options.at_most}) {
    for (const std::string& text : *bounds) {
      const auto bound = bound_of(text, figures);
      if (!bound) return bound.error();
      const double figure = figures.at(bound->figure);
      const bool least = bounds == &options.at_least;
      if (least ? figure >= bound->value : figure <= bound->value) continue;
      std::cout << "MISSED: " << bound->figure << " is " << figure << ", not at "
                << (least ? "least " : "most ") << bound->value << '\n';
      status = ExitStatus::kIncomplete;
    }
  }
  return status;
}

// What was read from the text stands in the words shown for it. A year from elsewhere ("+url") is
// none of theirs.
bool stands_in_text(const Page& page, std::string_view language) {
  const DateFinding& found = page.date;
  if (!found.evidence.starts_with("text.")) return true;
  Date read = found.date;
  if (found.evidence.find('+') != std::string::npos) read.year = 0;
  return found.span && is_written(read, slice(page.text, *found.span), language);
}

DateOutcome outcome_of(const DatedArticle& article, TruthShape shape) {
  const Record& record = article.record;
  DateOutcome outcome;
  outcome.id = record.id;
  outcome.truth = article.truth;
  const std::string language = detect_language(record.text);
  const Page page = read_page(record, language);
  outcome.found = page.date;
  outcome.written = stands_in_text(page, language);
  const std::vector<DateMention> mentions = scan_dates(record.text, language);
  outcome.stated = std::any_of(mentions.begin(), mentions.end(), [&](const DateMention& mention) {
    return mention.date == article.truth || mention.swapped == article.truth;
  });
  const Date& found = outcome.found.date;
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

// The text without the days that tell its own year: those up to three days from the true one.
std::string without_own_days(const DatedArticle& article, std::string_view language) {
  std::string text = article.record.text;
  for (const DateMention& mention : scan_dates(text, language)) {
    const bool whole = mention.date.precision() == DatePrecision::kDay;
    if (!whole || std::abs(day_number(mention.date) - day_number(article.truth)) > 3) continue;
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(mention.span.start),
              text.begin() + static_cast<std::ptrdiff_t>(mention.span.end), ' ');
  }
  return text;
}

// How often the year is right that is probable for the true month and day.
void print_probable_years(const std::vector<DatedArticle>& articles) {
  std::size_t offered = 0;
  std::size_t right = 0;
  for (const DatedArticle& article : articles) {
    if (article.truth.precision() != DatePrecision::kDay) continue;
    const std::string language = detect_language(article.record.text);
    const Date month_day{0, article.truth.month, article.truth.day};
    const auto year = probable_year(without_own_days(article, language), month_day, language);
    if (!year) continue;
    ++offered;
    if (*year == article.truth.year) ++right;
  }
  std::cout << "probable year: right " << right << " of " << offered << " offered, of "
            << articles.size() << " articles\n";
}

Result<ExitStatus> run(const Options& options) {
  const auto articles = read_date_truth(options.shape, options.folder, options.layout);
  if (!articles) return articles.error();
  if (options.probable_year) {
    print_probable_years(*articles);
    return ExitStatus::kSuccess;
  }
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
  return check_bounds(options, figures_of(all));
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
  const std::map<std::string, HtmlLayout> layouts = {{"blocks", HtmlLayout::kBlocks},
                                                     {"one-line", HtmlLayout::kOneLine},
                                                     {"text-nodes", HtmlLayout::kTextNodes},
                                                     {"markdown", HtmlLayout::kMarkdown}};
  parser->add_option("--layout", options->layout, "How the tags of html are taken off")
      ->transform(CLI::CheckedTransformer(layouts));
  parser->add_flag("--probable-year", options->probable_year,
                   "Hide the year and print only how often the probable one is right");
  parser->add_option("--worst", options->worst, "Print that many of the worst errors");
  parser->add_option("--at-least", options->at_least,
                     "NAME=VALUE: exit with 1 if accuracy, precision, half or stated is less");
  parser->add_option("--at-most", options->at_most, "NAME=VALUE: exit with 1 if invented is more");
  return {parser, [options] { return run(*options); }};
}

}  // namespace dateline
