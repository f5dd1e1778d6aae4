#include "searcher/options.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <span>
#include <utility>

#include "common/command_line/completions.h"
#include "common/command_line/describe.h"
#include "common/command_line/help_formatter.h"
#include "common/command_line/manual_page.h"
#include "common/text/choice.h"
#include "common/text/in_quotes.h"
#include "common/text/nearest_name.h"
#include "searcher/help_text.h"

namespace dateline {
namespace {

// "per_article" -> "--per-article"
std::string option_name(std::string_view field) {
  std::string name = "--" + std::string(field);
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

// The same, and --timeout as a short form of --timeout-ms.
std::string option_names(std::string_view field) {
  return field == "timeout_ms" ? "--timeout-ms,--timeout" : option_name(field);
}

bool is_option(const std::string& argument) { return argument.rfind("--", 0) == 0; }

std::string nearest_of(std::string_view typed, const std::vector<std::string>& known) {
  const std::vector<std::string_view> names(known.begin(), known.end());
  const auto nearest = nearest_name(typed, names);
  return nearest ? std::string(*nearest) : "";
}

enum class Printed : std::uint8_t { kAnswer, kArticle, kVerification };

std::vector<const AnswerFormat*> formats_of(Printed printed) {
  std::vector<const AnswerFormat*> formats;
  for (const AnswerFormat& format : answer_formats()) {
    const bool has = printed == Printed::kAnswer
                         ? format.answer != nullptr
                         : (printed == Printed::kArticle ? format.article != nullptr
                                                         : format.verification != nullptr);
    if (has) formats.push_back(&format);
  }
  return formats;
}

std::vector<std::string_view> format_names(Printed printed) {
  std::vector<std::string_view> names;
  for (const AnswerFormat* format : formats_of(printed)) names.push_back(format->name);
  return names;
}

const AnswerFormat* format_named(std::string_view name, Printed printed) {
  for (const AnswerFormat* format : formats_of(printed)) {
    if (format->name == name) return format;
  }
  return nullptr;
}

constexpr std::array<std::string_view, 3> kColorChoices = {"auto", "always", "never"};

Error refusal(std::string message) { return {ErrorKind::kRequest, std::move(message)}; }

class SearchCommandLine {
 public:
  SearchCommandLine() {
    app_.formatter(std::make_shared<HelpFormatter>());
    app_.footer(kFooter);
    app_.require_subcommand(0, 1);
    app_.set_help_flag("--help", "Print this");
    app_.set_version_flag("--version", std::string("dateline-search ") + DATELINE_VERSION,
                          "Print the version");
    app_.allow_extras();
    declare_query();
    declare_batch();
    declare_show();
    declare_verify();
    declare_eval();
    declare_serve();
    declare_mcp();
    declare_shell_commands();
  }

  Result<SearchCommand> parse(std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    try {
      app_.parse(std::move(arguments));
    } catch (const CLI::CallForVersion& version) {
      return SearchCommand(NoticeCommand{std::string(version.what()) + "\n"});
    } catch (const CLI::CallForHelp&) {
      return help();
    } catch (const CLI::ParseError& error) {
      return refusal(std::string(error.what()) + hint());
    }
    return command();
  }

 private:
  CLI::App* declare(const char* name, const char* about, const char* footer) {
    CLI::App* command = app_.add_subcommand(name, about);
    command->footer(footer);
    command->allow_extras();  // "-war" is no option but a word left out
    command->add_option("--index", index_, "Folder of the index")->type_name("DIR");
    return command;
  }

  void declare_query() {
    query_ = declare("query", "Search, and show passages and facets", kQueryFooter);
    query_->add_option("words", words_, "The query")->type_name("WORD");
    declare_ranking(query_);
    declare_folding(query_);
    declare_filters(query_);
    declare_sizes(query_);
    declare_presentation(query_);
  }

  void declare_batch() {
    batch_ = declare("batch", "Answer JSON lines with JSON lines", kBatchFooter);
    batch_
        ->add_option("--threads", batch_threads_,
                     "Searches at once (1 to 256; default: one for each core)")
        ->check(CLI::Range(1, 256).description(""))
        ->type_name("N")
        ->group("Output");
    CLI::Option* const output =
        batch_
            ->add_option("--output", batch_output_,
                         "Write the answers to this new file instead of standard output")
            ->type_name("FILE")
            ->group("Output");
    batch_
        ->add_flag("--resume", batch_resume_,
                   "Go on with the --output of a run that was broken off: of the same requests, "
                   "skip those that have their answers")
        ->needs(output)
        ->group("Output");
    declare_ranking(batch_);
    declare_folding(batch_);
    declare_filters(batch_);
    declare_sizes(batch_);
  }

  void declare_show() {
    show_ = declare("show", "Show one stored article", kShowFooter);
    show_->add_option("id", article_id_, "Id of the article")->type_name("ID");
    declare_presentation(show_);
  }

  void declare_verify() {
    verify_ = declare("verify", "Tell whether articles have a quote, and which", kVerifyFooter);
    verify_->add_option("quote", words_, "The quote")->type_name("QUOTE");
    declare_filters(verify_);
    declare_number(verify_, "limit");
    declare_number(verify_, "timeout_ms");
    declare_presentation(verify_);
  }

  void declare_eval() {
    eval_ = declare("eval", "Measure answers against a test collection", kEvalFooter);
    const auto path = [this](const char* name, std::filesystem::path& value, const char* about) {
      eval_->add_option(name, value, about)->type_name("FILE")->group("Collection");
    };
    const auto key = [this](const char* name, std::string& value, const char* about) {
      eval_->add_option(name, value, about)->type_name("KEY")->group("Collection");
    };
    path("--queries", order_.topics, "Queries: BEIR JSON lines or TREC topics");
    path("--qrels", order_.judgements, "Judgements: BEIR or TREC");
    key("--country-key", order_.reading.countries_key,
        "Filter each query by the countries under this key of its metadata");
    key("--now-key", order_.reading.now_key,
        "Count relative dates from the day under this key of its metadata");
    key("--answer-key", order_.reading.answers_key,
        "Look in passages for the answers under this key of its metadata");
    eval_
        ->add_option("--depth", order_.reading.depth,
                     "Articles to rank for each query (1 to 1000; default: 1000)")
        ->check(CLI::Range(std::size_t{1}, kMaxLimit).description(""))
        ->type_name("N")
        ->group("Collection");
    eval_->add_option("--compare", order_.runs, "Another system's run in TREC's form (repeat)")
        ->allow_extra_args(false)
        ->type_name("FILE")
        ->group("Output");
    eval_
        ->add_option("--compare-passages", order_.passages,
                     "Another system's passages, as JSON lines {\"_id\": QUERY, \"passages\": "
                     "[TEXT, ...]}, to look for the answers in (repeat)")
        ->allow_extra_args(false)
        ->type_name("FILE")
        ->group("Output");
    eval_->add_option("--write-run", order_.write, "Write our run in TREC's form")
        ->type_name("FILE")
        ->group("Output");
    eval_->add_flag("--per-query", order_.per_query, "List every query's values as well")
        ->group("Output");
    declare_ranking(eval_);
    declare_filters(eval_);
    declare_sizes(eval_);
  }

  void declare_serve() {
    serve_ = declare("serve", "Answer over HTTP, and show a page to search with", kServeFooter);
    serve_
        ->add_option("--listen", listen_,
                     "Address and port (default: 127.0.0.1:7700; port 0: any that is free)")
        ->type_name("HOST:PORT")
        ->group("Server");
    serve_
        ->add_option("--searches", serving_.searches,
                     "Searches at once (1 to 256; default: one for each core)")
        ->check(CLI::Range(1, 256).description(""))
        ->type_name("N")
        ->group("Server");
    serve_
        ->add_option("--most-waiting", serving_.most_waiting,
                     "Requests that wait for their turn; those beyond get status 429 "
                     "(0 to 1000; default: 64)")
        ->check(CLI::Range(0, 1000).description(""))
        ->type_name("N")
        ->group("Server");
    serve_
        ->add_option("--keys", keys_,
                     "Answer only those who have a key of this file; OPERATING.md has its form")
        ->type_name("FILE")
        ->group("Server");
    serve_
        ->add_option("--allow-host", serving_.admission.hosts,
                     "A further name of this server, as requests have it (repeatable)")
        ->type_name("NAME")
        ->group("Server");
    serve_
        ->add_option("--allow-origin", serving_.admission.origins,
                     "Pages of this site may ask, too: https://news.example (repeatable)")
        ->type_name("ORIGIN")
        ->group("Server");
    serve_
        ->add_flag("--access-log,!--no-access-log", serving_.access_log,
                   "Write a line of JSON for each request to standard error (default)")
        ->group("Server");
    declare_ranking(serve_);
    declare_folding(serve_);
    declare_filters(serve_);
    declare_sizes(serve_);
  }

  void declare_mcp() {
    mcp_ = declare("mcp", "Be a server of the Model Context Protocol on standard input and output",
                   kMcpFooter);
    declare_ranking(mcp_);
    declare_folding(mcp_);
    declare_filters(mcp_);
    declare_sizes(mcp_);
  }

  // Those that need no index: what packages install, from the declarations above.
  void declare_shell_commands() {
    completions_ = app_.add_subcommand("completions", kCompletionsAbout);
    completions_->footer(kCompletionsFooter);
    offer(completions_->add_option("shell", shell_, listed(completed_shells()))->type_name("SHELL"),
          completed_shells());
    manual_ = app_.add_subcommand("manual", kManualAbout);
    manual_->footer(kManualFooter);
  }

  void declare_filters(CLI::App* command) {
    const auto list = [command](const char* name, std::vector<std::string>& values,
                                const char* about, const char* type) {
      command->add_option(name, values, about)
          ->allow_extra_args(false)
          ->type_name(type)
          ->group("Filters");
    };
    const auto text = [command](const char* name, std::optional<std::string>& value,
                                const char* about, const char* type) {
      command->add_option(name, value, about)->type_name(type)->group("Filters");
    };
    FilterText& filters = draft_.filters;
    list("--country,--countries", filters.countries,
         "About any of these countries (repeat the option, or put commas between)", "COUNTRY");
    list("--all-countries", filters.all_countries, "About each of these countries", "COUNTRY");
    list("--not-country,--not-countries", filters.not_countries, "About none of these countries",
         "COUNTRY");
    text("--from", filters.from, "Published on this day or later", "DATE");
    text("--to", filters.to, "Published on this day or earlier", "DATE");
    text("--as-of", filters.as_of,
         "Search as on this day: what was published later does not appear and does not count",
         "DATE");
    text("--undated", filters.undated, "Articles without a date: include, exclude or only", "HOW");
    offer(command->get_option("--undated"), undated_choices());
    list("--source", filters.sources, "Published by any of these sources", "NAME");
    list("--language", filters.languages,
         "In any of these languages: en, az, ...; und where it is unknown", "CODE");
    command
        ->add_option("--now", now_, "The day that relative dates count back from (default: today)")
        ->type_name("DAY")
        ->group("Filters");
  }

  void declare_choice(CLI::App* command, std::string_view name, const char* group) {
    for (const ChoiceField& field : choice_fields()) {
      if (field.name != name) continue;
      const auto take = [this, &field](const std::string& typed) {
        note(field.set(draft_, typed));
      };
      offer(command
                ->add_option_function<std::string>(option_name(name), take,
                                                   std::string(field.meaning))
                ->type_name(std::string(field.value))
                ->group(group),
            field.choices);
    }
  }

  void declare_number(CLI::App* command, std::string_view name) {
    for (const NumberField& field : number_fields()) {
      if (field.name == name) declare_number(command, field);
    }
  }

  void declare_number(CLI::App* command, const NumberField& field) {
    const std::string about = std::string(field.meaning) + " (" + std::to_string(field.least) +
                              " to " + std::to_string(field.most) +
                              "; default: " + std::to_string(Request{}.*field.value) + ")";
    command
        ->add_option_function<std::string>(
            option_names(field.name),
            [this, &field](const std::string& typed) { set(field, typed); }, about)
        ->type_name("N")
        ->group("Answer");
  }

  void declare_sizes(CLI::App* command) {
    for (const NumberField& field : number_fields()) declare_number(command, field);
    offer(command
              ->add_option("--facet", draft_.filters.facets,
                           "A facet to count (repeatable; default: country, year, month, "
                           "source, language)")
              ->allow_extra_args(false)
              ->type_name("NAME")
              ->group("Answer"),
          facet_choices());
    command
        ->add_option("--facet-prefix", draft_.filters.facet_prefix,
                     "Of facets only values with a word that begins so, and the chosen ones")
        ->type_name("TEXT")
        ->group("Answer");
    for (const FlagField& field : flag_fields()) {
      const std::string name = option_name(field.name);
      const std::string names = name + ",!--no" + name.substr(1);
      command->add_flag(names, draft_.request.*field.value, std::string(field.meaning))
          ->group("Answer");
    }
  }

  void declare_ranking(CLI::App* command) {
    command
        ->add_option("--synonyms", synonyms_,
                     "Let words stand for others as well, as this file says; QUERY.md has its form")
        ->type_name("FILE")
        ->group("Ranking");
    declare_choice(command, "sort", "Ranking");
    declare_choice(command, "expand", "Ranking");
    command
        ->add_option_function<std::string>(
            "--recency", [this](const std::string& typed) { note(set_recency(draft_, typed)); },
            "Let scores fade with age: half is left after 30d, 4w, 6m, 1y, ... (default: off)")
        ->type_name("HALF-LIFE")
        ->group("Ranking");
    command
        ->add_option_function<std::string>(
            "--like", [this](const std::string& typed) { note(set_like(draft_, typed)); },
            "More articles like the one with this id; without words, those that share its own")
        ->type_name("ID")
        ->group("Ranking");
    command
        ->add_option_function<std::string>(
            "--min-match", [this](const std::string& typed) { note(set_min_match(draft_, typed)); },
            "Articles must have so many of the words, or this share of them (default: 1)")
        ->type_name("N|P%")
        ->group("Ranking");
    command
        ->add_flag_callback(
            "--all-words", [this] { note(set_min_match(draft_, "100%")); },
            "Articles must have all of the words; the same as --min-match 100%")
        ->group("Ranking");
  }

  Printed printed_by(const CLI::App* command) const {
    if (command == show_) return Printed::kArticle;
    return command == verify_ ? Printed::kVerification : Printed::kAnswer;
  }

  void declare_folding(CLI::App* command) {
    declare_choice(command, "fold", "Answer");
    command
        ->add_option("--fields", draft_.filters.fields,
                     "Parts of each passage that JSON, JSON lines and CSV have, such as "
                     "id,title,text (default: all)")
        ->allow_extra_args(false)
        ->type_name("NAMES")
        ->group("Answer");
  }

  void declare_presentation(CLI::App* command) {
    const auto formats = format_names(printed_by(command));
    offer(command->add_option("--format", format_, listed(formats) + " (default: text)")
              ->type_name("FORMAT")
              ->group("Output"),
          formats);
    offer(command
              ->add_option("--color", color_,
                           "auto (default: on a terminal unless NO_COLOR is set), always or never")
              ->type_name("WHEN")
              ->group("Output"),
          kColorChoices);
  }

  // What shells complete and manual pages list of it.
  void offer(const CLI::Option* option, std::span<const std::string_view> choices) {
    choices_[option].assign(choices.begin(), choices.end());
  }

  void set(const NumberField& field, const std::string& typed) {
    note(set_number(draft_, field, typed));
  }

  void note(const Result<void>& set) {
    if (!set && !error_) error_ = set.error();
  }

  // The command that was typed, nullptr if none.
  const CLI::App* typed_command() const {
    const std::vector<CLI::App*> typed = app_.get_subcommands();
    return typed.empty() ? nullptr : typed.front();
  }

  std::vector<std::string> command_names() const {
    std::vector<std::string> names;
    for (const CLI::App* command : app_.get_subcommands([](const CLI::App*) { return true; })) {
      names.push_back(command->get_name());
    }
    return names;
  }

  std::string hint() const {
    const CLI::App* command = typed_command();
    return "; see dateline-search " + (command ? command->get_name() + ' ' : "") + "--help";
  }

  SearchCommand help() const { return NoticeCommand{app_.help()}; }

  Result<SearchCommand> command() {
    const CLI::App* typed = typed_command();
    const std::vector<std::string> before = app_.remaining();
    if (std::find(before.begin(), before.end(), "-h") != before.end()) return help();
    if (typed == nullptr) return no_command(before);
    if (!before.empty()) {
      return refusal(in_quotes(before[0]) + " stands before the command; write dateline-search " +
                     typed->get_name() + " first, then its options");
    }
    for (const std::string& extra : typed->remaining()) {
      if (extra == "-h") return help();
      if (auto placed = place(extra, *typed); !placed) return placed.error();
    }
    return typed == completions_ || typed == manual_ ? shell_text(*typed) : checked(*typed);
  }

  Result<SearchCommand> shell_text(const CLI::App& command) const {
    const ProgramEntry program = describe(app_, DATELINE_VERSION, choices_);
    if (&command == manual_) return SearchCommand(NoticeCommand{manual_page(program)});
    const auto shells = completed_shells();
    if (shell_.empty()) return refusal("completions are for a shell: add " + listed(shells));
    if (std::find(shells.begin(), shells.end(), shell_) == shells.end()) {
      return refusal(none_of("the shell", shells, shell_));
    }
    return SearchCommand(NoticeCommand{completion_script(program, shell_)});
  }

  Error no_command(const std::vector<std::string>& arguments) const {
    const std::vector<std::string> names = command_names();
    std::string commands = "the commands are " + names.front();
    for (std::size_t i = 1; i < names.size(); ++i) {
      commands += (i + 1 == names.size() ? " and " : ", ") + names[i];
    }
    commands += hint();
    if (arguments.empty()) return refusal("no command is given; " + commands);
    const std::string typed = in_quotes(arguments[0]);
    if (is_option(arguments[0])) {
      return refusal("a command must come before " + typed + "; " + commands);
    }
    const std::string nearest = nearest_of(arguments[0], names);
    if (!nearest.empty()) {
      return refusal("there is no command " + typed + "; did you mean " + nearest + '?');
    }
    return refusal("there is no command " + typed +
                   "; to search, write dateline-search query --index DIR WORDS; " + commands);
  }

  // What CLI11 could make nothing of: a word left out ("-war"), or a mistake.
  Result<void> place(const std::string& extra, const CLI::App& command) {
    if (extra == "--") return {};
    if (!is_option(extra)) {
      if (&command == query_ || &command == verify_) {
        words_.push_back(extra);
        return {};
      }
      return refusal("unexpected argument " + in_quotes(extra) + hint());
    }
    const std::string name = extra.substr(0, extra.find('='));
    std::vector<std::string> known;
    for (const CLI::Option* option : command.get_options()) {
      for (const std::string& long_name : option->get_lnames()) known.push_back(long_name);
    }
    const std::string nearest = nearest_of(name.substr(2), known);
    return refusal("there is no option " + in_quotes(name) +
                   (nearest.empty() ? hint() : "; did you mean --" + nearest + '?'));
  }

  Result<SearchCommand> checked(const CLI::App& command) {
    if (error_) return *error_;
    // Not by CLI11's envname(): it would apply to the commands that were not typed as well, and
    // so overrule --index.
    if (const char* variable = std::getenv("DATELINE_INDEX"); index_.empty() && variable) {
      index_ = variable;
    }
    if (index_.empty()) {
      return refusal("no index is given; add --index DIR or set DATELINE_INDEX to it");
    }
    if (&command == show_ && article_id_.empty()) {
      return refusal("no article is named; add its ID, as answers have it");
    }
    if (&command == eval_ && (order_.topics.empty() || order_.judgements.empty())) {
      return refusal("an evaluation needs --queries FILE and --qrels FILE");
    }
    if (!order_.passages.empty() && order_.reading.answers_key.empty()) {
      return refusal("--compare-passages needs --answer-key KEY, to know what to look for");
    }
    std::optional<Date> now;
    if (!now_.empty()) {
      now = parse_iso_date(now_);
      if (!now || now->precision() != DatePrecision::kDay) {
        return refusal("--now must be a day such as 2023-03-01, not " + in_quotes(now_));
      }
    }
    const Result<Presentation> chosen = presentation(printed_by(&command));
    if (!chosen) return chosen.error();
    for (const std::string& word : words_) {
      if (!draft_.request.query.empty()) draft_.request.query += ' ';
      draft_.request.query += word;
    }
    if (&command == batch_) return batched(now);
    if (&command == eval_) {
      order_.reading.defaults = draft_;
      return SearchCommand(EvalCommand{index_, order_, now, synonyms_});
    }
    if (&command == serve_) return served(now);
    if (&command == mcp_) return SearchCommand(McpCommand{index_, draft_, now, synonyms_});
    if (&command == verify_) {
      return SearchCommand(VerifyCommand{index_, draft_, now, *chosen});
    }
    if (&command == show_) return SearchCommand(ShowCommand{index_, article_id_, *chosen});
    return SearchCommand(QueryCommand{index_, draft_, now, *chosen, synonyms_});
  }

  SearchCommand batched(const std::optional<Date>& now) const {
    BatchCommand batch{index_, draft_, now, batch_threads_};
    if (!batch_output_.empty()) batch.output = batch_output_;
    batch.resume = batch_resume_;
    batch.synonyms = synonyms_;
    return batch;
  }

  // A server's deadline protects it from its clients, so it has one unless told otherwise.
  Result<SearchCommand> served(const std::optional<Date>& now) {
    constexpr std::size_t kDefaultTimeoutMs = 10'000;
    const auto address = parse_listen_address(listen_);
    if (!address) return address.error();
    serving_.index = index_;
    serving_.synonyms = synonyms_;
    serving_.listen = *address;
    if (!keys_.empty()) serving_.admission.keys = keys_;
    serving_.context.defaults = draft_;
    if (serve_->count("--timeout-ms") == 0) {
      serving_.context.defaults.request.timeout_ms = kDefaultTimeoutMs;
    }
    return SearchCommand(ServeCommand{serving_, now});
  }

  Result<Presentation> presentation(Printed printed) const {
    Presentation chosen;
    const AnswerFormat* format = format_named(format_, printed);
    if (format == nullptr) {
      return refusal(none_of("--format", format_names(printed), format_));
    }
    chosen.format = format->format;
    if (color_ == "always") {
      chosen.color = ColorChoice::kAlways;
    } else if (color_ == "never") {
      chosen.color = ColorChoice::kNever;
    } else if (color_ != "auto") {
      return refusal(none_of("--color", kColorChoices, color_));
    }
    return chosen;
  }

  CLI::App app_{kAbout, "dateline-search"};
  CLI::App* query_ = nullptr;
  CLI::App* batch_ = nullptr;
  CLI::App* show_ = nullptr;
  CLI::App* verify_ = nullptr;
  CLI::App* eval_ = nullptr;
  CLI::App* serve_ = nullptr;
  CLI::App* mcp_ = nullptr;
  CLI::App* completions_ = nullptr;
  CLI::App* manual_ = nullptr;
  OptionChoices choices_;
  std::string index_;
  std::vector<std::string> words_;
  std::string article_id_;
  std::string shell_;
  std::filesystem::path synonyms_;
  RequestDraft draft_;
  EvaluationOrder order_;
  ServeOrder serving_;
  std::string keys_;
  std::size_t batch_threads_ = 0;
  std::string batch_output_;
  bool batch_resume_ = false;
  std::string listen_ = "127.0.0.1:7700";
  std::string now_;
  std::string format_ = "text";
  std::string color_ = "auto";
  std::optional<Error> error_;  // the first wrong value that CLI11 did not notice
};

}  // namespace

Result<SearchCommand> parse_search_command(std::vector<std::string> arguments) {
  return SearchCommandLine().parse(std::move(arguments));
}

}  // namespace dateline
