#include "searcher/command_line/declare_commands.h"

#include <filesystem>
#include <initializer_list>
#include <string>

#include "common/command_line/completions.h"
#include "common/text/choice.h"
#include "searcher/command_line/command_formats.h"
#include "searcher/command_line/declare_request.h"
#include "searcher/command_line/help_text.h"
#include "searcher/options.h"

namespace dateline {
namespace {

// The options of how the answer of `command` is printed.
void declare_presentation(const Declaration& declaration) {
  const auto formats = format_names(declaration.command.get_name());
  declaration.offer(
      declaration.command
          .add_option("--format", declaration.typed.format, listed(formats) + " (default: text)")
          ->type_name("FORMAT")
          ->group("Output"),
      formats);
  declaration.offer(
      declaration.command
          .add_option("--color", declaration.typed.color,
                      "auto (default: on a terminal unless NO_COLOR is set), always or never")
          ->type_name("WHEN")
          ->group("Output"),
      kColorChoices);
}

void declare_query(const Declaration& query) {
  query.command.add_option("words", query.typed.words, "The query")->type_name("WORD");
  declare_request(query);
  declare_cursor(query);
  declare_presentation(query);
}

void declare_batch(const Declaration& batch) {
  batch.command
      .add_option("--threads", batch.typed.batch_threads,
                  "Searches at once (1 to 256; default: one for each core)")
      ->check(CLI::Range(1, 256).description(""))
      ->type_name("N")
      ->group("Output");
  CLI::Option* const output =
      batch.command
          .add_option("--output", batch.typed.batch_output,
                      "Write the answers to this new file instead of standard output")
          ->type_name("FILE")
          ->group("Output");
  batch.command
      .add_flag("--resume", batch.typed.batch_resume,
                "Go on with the --output of a run that was broken off: of the same requests, "
                "skip those that have their answers")
      ->needs(output)
      ->group("Output");
  declare_request(batch);
}

void declare_show(const Declaration& show) {
  show.command.add_option("id", show.typed.article_id, "Id of the article")->type_name("ID");
  declare_presentation(show);
}

void declare_verify(const Declaration& verify) {
  verify.command.add_option("quote", verify.typed.words, "The quote")->type_name("QUOTE");
  declare_request(verify);
  declare_presentation(verify);
}

// The collection that an evaluation measures against.
void declare_collection(const Declaration& eval) {
  const auto path = [&eval](const char* name, std::filesystem::path& value, const char* about) {
    eval.command.add_option(name, value, about)->type_name("FILE")->group("Collection");
  };
  const auto key = [&eval](const char* name, std::string& value, const char* about) {
    eval.command.add_option(name, value, about)->type_name("KEY")->group("Collection");
  };
  EvaluationOrder& order = eval.typed.evaluation;
  path("--queries", order.topics, "Queries: BEIR JSON lines or TREC topics");
  path("--qrels", order.judgements, "Judgements: BEIR or TREC");
  key("--country-key", order.reading.countries_key,
      "Filter each query by the countries under this key of its metadata");
  key("--now-key", order.reading.now_key,
      "Count relative dates from the day under this key of its metadata");
  key("--answer-key", order.reading.answers_key,
      "Look in passages for the answers under this key of its metadata");
  eval.command
      .add_option("--depth", order.reading.depth,
                  "Articles to rank for each query (1 to 1000; default: 1000)")
      ->check(CLI::Range(std::size_t{1}, kMaxLimit).description(""))
      ->type_name("N")
      ->group("Collection");
}

void declare_eval(const Declaration& eval) {
  declare_collection(eval);
  EvaluationOrder& order = eval.typed.evaluation;
  eval.command.add_option("--compare", order.runs, "Another system's run in TREC's form (repeat)")
      ->allow_extra_args(false)
      ->type_name("FILE")
      ->group("Output");
  eval.command
      .add_option("--compare-passages", order.passages,
                  "Another system's passages, as JSON lines {\"_id\": QUERY, \"passages\": "
                  "[TEXT, ...]}, to look for the answers in (repeat)")
      ->allow_extra_args(false)
      ->type_name("FILE")
      ->group("Output");
  eval.command.add_option("--write-run", order.write, "Write our run in TREC's form")
      ->type_name("FILE")
      ->group("Output");
  eval.command.add_flag("--per-query", order.per_query, "List every query's values as well")
      ->group("Output");
  declare_request(eval);
}

void declare_serve(const Declaration& serve) {
  const auto option = [&serve](const char* name, auto& value, const char* about,
                               const char* type) -> CLI::Option* {
    return serve.command.add_option(name, value, about)->type_name(type)->group("Server");
  };
  ServeOrder& order = serve.typed.serving;
  option("--listen", serve.typed.listen,
         "Address and port (default: 127.0.0.1:7700; port 0: any that is free)", "HOST:PORT");
  option("--searches", order.searches, "Searches at once (1 to 256; default: one for each core)",
         "N")
      ->check(CLI::Range(1, 256).description(""));
  option("--most-waiting", order.most_waiting,
         "Requests that wait for their turn; those beyond get status 429 "
         "(0 to 1000; default: 64)",
         "N")
      ->check(CLI::Range(0, 1000).description(""));
  option("--keys", serve.typed.keys,
         "Answer only those who have a key of this file; OPERATING.md has its form", "FILE");
  option("--allow-host", order.admission.hosts,
         "A further name of this server, as requests have it (repeatable)", "NAME");
  option("--allow-origin", order.admission.origins,
         "Pages of this site may ask, too: https://news.example (repeatable)", "ORIGIN");
  serve.command
      .add_flag("--access-log,!--no-access-log", order.access_log,
                "Write a line of JSON for each request to standard error (default)")
      ->group("Server");
  declare_request(serve);
}

struct IndexCommand {
  const char* name;
  const char* about;
  const char* footer;
  void (*declare)(const Declaration&);
  std::initializer_list<Use> uses;  // of the requests that it makes
};

constexpr std::initializer_list<Use> kNone = {};
constexpr std::initializer_list<Use> kAnswer = {Use::kAnswer};
constexpr std::initializer_list<Use> kQuote = {Use::kQuote};
constexpr std::initializer_list<Use> kEvaluation = {Use::kEvaluation};
constexpr std::initializer_list<Use> kTools = {Use::kPassages, Use::kCounts, Use::kQuote};

// In the order of --help.
constexpr IndexCommand kIndexCommands[] = {
    {"query", "Search, and show passages and facets", kQueryFooter, declare_query, kAnswer},
    {"batch", "Answer JSON lines with JSON lines", kBatchFooter, declare_batch, kAnswer},
    {"show", "Show one stored article", kShowFooter, declare_show, kNone},
    {"verify", "Tell whether articles have a quote, and which", kVerifyFooter, declare_verify,
     kQuote},
    {"eval", "Measure answers against a test collection", kEvalFooter, declare_eval, kEvaluation},
    {"serve", "Answer over HTTP, and show a page to search with", kServeFooter, declare_serve,
     kAnswer},
    {"mcp", "Be a server of the Model Context Protocol on standard input and output", kMcpFooter,
     declare_request, kTools},
};

// Those that need no index: what packages install, from the declarations above.
void declare_shell_commands(CLI::App& program, TypedOptions& typed, OptionChoices& choices) {
  CLI::App* const completions = program.add_subcommand("completions", kCompletionsAbout);
  completions->footer(kCompletionsFooter);
  Declaration{*completions, typed, choices, kNone}.offer(
      completions->add_option("shell", typed.shell, listed(completed_shells()))->type_name("SHELL"),
      completed_shells());
  program.add_subcommand("manual", kManualAbout)->footer(kManualFooter);
}

}  // namespace

void declare_commands(CLI::App& program, TypedOptions& typed, OptionChoices& choices) {
  for (const IndexCommand& entry : kIndexCommands) {
    CLI::App* const command = program.add_subcommand(entry.name, entry.about);
    command->footer(entry.footer);
    command->allow_extras();  // "-war" is no option but a word left out
    command->add_option("--index", typed.index, "Folder of the index")->type_name("DIR");
    entry.declare({*command, typed, choices, entry.uses});
  }
  declare_shell_commands(program, typed, choices);
}

}  // namespace dateline
