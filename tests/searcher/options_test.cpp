#include "searcher/options.h"

#include <cstdlib>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

using Arguments = std::vector<std::string>;

// The environment variable as long as the object lives, restored after it.
class IndexVariable {
 public:
  explicit IndexVariable(const char* value) { set(value); }
  ~IndexVariable() { set(nullptr); }
  IndexVariable(const IndexVariable&) = delete;
  IndexVariable& operator=(const IndexVariable&) = delete;

 private:
  static void set(const char* value) {
    if (value == nullptr) {
      unsetenv("DATELINE_INDEX");
    } else {
      setenv("DATELINE_INDEX", value, 1);
    }
  }
};

template <typename CommandType>
CommandType parsed(Arguments arguments) {
  const auto command = parse_search_command(std::move(arguments));
  if (!command) throw std::runtime_error(command.error().message);
  return std::get<CommandType>(*command);
}

std::string message_of(Arguments arguments) {
  const auto command = parse_search_command(std::move(arguments));
  return command ? "" : command.error().message;
}

// The query that the words after "query --index d" make up.
std::string query_of(const Arguments& words) {
  Arguments arguments = {"query", "--index", "d"};
  arguments.insert(arguments.end(), words.begin(), words.end());
  return parsed<QueryCommand>(arguments).request.request.query;
}

}  // namespace

TEST_CASE("A query has defaults for all but the index", "[searcher][options]") {
  const IndexVariable none(nullptr);
  const auto command = parsed<QueryCommand>({"query", "--index", "news.index", "peace talks"});
  CHECK(command.index == "news.index");
  CHECK(command.request.request.query == "peace talks");
  CHECK(command.request.request.limit == 10);
  CHECK(command.request.request.per_article == 2);
  CHECK(command.request.request.passage_words == 120);
  CHECK(command.request.request.facets);
  CHECK(command.request.filters.countries.empty());
  CHECK_FALSE(command.request.filters.from.has_value());
  CHECK_FALSE(command.now.has_value());
  CHECK(command.presentation.format == OutputFormat::kText);
  CHECK(command.presentation.color == ColorChoice::kAuto);
}

TEST_CASE("Every option of a query arrives", "[searcher][options]") {
  const auto command = parsed<QueryCommand>({"query",       "--index",
                                             "d",           "--country",
                                             "AZ",          "--country",
                                             "CU,BY",       "--all-countries",
                                             "AZ",          "--not-country",
                                             "CN",          "--from",
                                             "2023",        "--to",
                                             "today",       "--undated",
                                             "include",     "--source",
                                             "a, b",        "--source",
                                             "c",           "--language",
                                             "en,az",       "--limit",
                                             "50",          "--per-article",
                                             "1",           "--passage-words",
                                             "60",          "--facet-limit",
                                             "5",           "--no-facets",
                                             "--now",       "2024-05-16",
                                             "--format",    "json",
                                             "--color",     "never",
                                             "--sort",      "newest",
                                             "--expand",    "on",
                                             "--min-match", "2",
                                             "--no-count",  "--timeout",
                                             "50",          "peace"});
  const RequestDraft& draft = command.request;
  CHECK(draft.filters.countries == Arguments{"AZ", "CU,BY"});
  CHECK(draft.filters.all_countries == Arguments{"AZ"});
  CHECK(draft.filters.not_countries == Arguments{"CN"});
  CHECK(draft.filters.from == "2023");
  CHECK(draft.filters.to == "today");
  CHECK(draft.filters.undated == "include");
  CHECK(draft.filters.sources == Arguments{"a, b", "c"});
  CHECK(draft.filters.languages == Arguments{"en,az"});
  CHECK(draft.request.query == "peace");
  CHECK(draft.request.limit == 50);
  CHECK(draft.request.per_article == 1);
  CHECK(draft.request.passage_words == 60);
  CHECK(draft.request.facet_limit == 5);
  CHECK_FALSE(draft.request.facets);
  CHECK(draft.request.sort == Sort::kNewest);
  CHECK(draft.request.expand == Expand::kOn);
  CHECK(draft.request.min_match == MinMatch{2, false});
  CHECK_FALSE(draft.request.count);
  CHECK(draft.request.timeout_ms == 50);
  CHECK(command.now == Date{2024, 5, 16});
  CHECK(command.presentation.format == OutputFormat::kJson);
  CHECK(command.presentation.color == ColorChoice::kNever);
}

TEST_CASE("All words are a share of them", "[searcher][options]") {
  const auto command = parsed<QueryCommand>({"query", "--index", "d", "--all-words", "a", "b"});
  CHECK(command.request.request.min_match == MinMatch{100, true});
}

TEST_CASE("The words of a query need no quotes and may be anything", "[searcher][options]") {
  const auto [words, query] = GENERATE(table<Arguments, std::string>({
      {Arguments{}, ""},
      {{"peace", "talks"}, "peace talks"},
      {{"peace", "--limit", "3", "talks"}, "peace talks"},
      {{"-war cuba"}, "-war cuba"},
      {{"cuba", "-war"}, "cuba -war"},
      {{"-hello"}, "-hello"},
      {{"--", "-war", "cuba"}, "-war cuba"},
      {{"--", "--help"}, "--help"},
      {{"-2019"}, "-2019"},
      {{"\"peace talks\" -\"trade war\""}, "\"peace talks\" -\"trade war\""},
      {{"show", "batch", "query"}, "show batch query"},
      {{"--country", "AZ", "CU"}, "CU"},
      {{"", "--undated", "only"}, ""},
      {{"--no-facets", "peace"}, "peace"},
  }));
  CAPTURE(query);
  CHECK(query_of(words) == query);
}

TEST_CASE("The index may come from the environment", "[searcher][options]") {
  const IndexVariable variable("from/environment");
  CHECK(parsed<QueryCommand>({"query", "peace"}).index == "from/environment");
  CHECK(parsed<BatchCommand>({"batch"}).index == "from/environment");
  CHECK(parsed<ShowCommand>({"show", "a-1"}).index == "from/environment");
  CHECK(parsed<QueryCommand>({"query", "--index", "d", "peace"}).index == "d");
  CHECK(parsed<BatchCommand>({"batch", "--index", "d"}).index == "d");
  CHECK(parsed<ShowCommand>({"show", "--index", "d", "a-1"}).index == "d");
}

TEST_CASE("A batch takes defaults for its requests", "[searcher][options]") {
  const auto command =
      parsed<BatchCommand>({"batch", "--index", "d", "--limit", "100", "--per-article", "1",
                            "--no-facets", "--country", "AZ", "--now", "2024-05-16"});
  CHECK(command.index == "d");
  CHECK(command.defaults.request.limit == 100);
  CHECK(command.defaults.request.per_article == 1);
  CHECK_FALSE(command.defaults.request.facets);
  CHECK(command.defaults.filters.countries == Arguments{"AZ"});
  CHECK(command.now == Date{2024, 5, 16});
}

TEST_CASE("An article to show is named by its id", "[searcher][options]") {
  const auto command = parsed<ShowCommand>({"show", "--index", "d", "a-1", "--format", "json"});
  CHECK(command.id == "a-1");
  CHECK(command.presentation.format == OutputFormat::kJson);
  CHECK(parsed<ShowCommand>({"show", "--index", "d", "--", "-1"}).id == "-1");
}

TEST_CASE("What cannot be meant is refused with advice", "[searcher][options]") {
  const IndexVariable none(nullptr);
  const auto [arguments, message] = GENERATE(table<Arguments, std::string>({
      {Arguments{},
       "no command is given; the commands are query, batch, show, verify, eval, serve, mcp, "
       "completions and manual; see dateline-search --help"},
      {{"serach", "x"},
       "there is no command \"serach\"; to search, write dateline-search query --index DIR "
       "WORDS; the commands are query, batch, show, verify, eval, serve, mcp, completions and "
       "manual; see dateline-search --help"},
      {{"--frob"},
       "a command must come before \"--frob\"; the commands are query, batch, show, verify, eval, "
       "serve, mcp, completions and manual; see dateline-search --help"},
      {{"quer", "x"}, "there is no command \"quer\"; did you mean query?"},
      {{"--index", "d", "query", "x"},
       "\"--index\" stands before the command; write dateline-search query first, then its "
       "options"},
      {{"query", "x"}, "no index is given; add --index DIR or set DATELINE_INDEX to it"},
      {{"query", "--index", "d", "--contry", "AZ"},
       "there is no option \"--contry\"; did you mean --country?"},
      {{"query", "--index", "d", "--colour=never"},
       "there is no option \"--colour\"; did you mean --color?"},
      {{"query", "--index", "d", "--size", "10"},
       "there is no option \"--size\"; see dateline-search query --help"},
      {{"batch", "--index", "d", "queries.jsonl"},
       "unexpected argument \"queries.jsonl\"; see dateline-search batch --help"},
      {{"show", "--index", "d"}, "no article is named; add its ID, as answers have it"},
      {{"show", "--index", "d", "a", "b"},
       "unexpected argument \"b\"; see dateline-search show --help"},
      {{"query", "--index", "d", "--limit", "0"},
       "limit must be a whole number from 1 to 1000, not \"0\""},
      {{"query", "--index", "d", "--limit", "-5"},
       "limit must be a whole number from 1 to 1000, not \"-5\""},
      {{"query", "--index", "d", "--expand", "yes"}, "expand must be auto, on or off, not \"yes\""},
      {{"query", "--index", "d", "--sort", "date"},
       "sort must be relevance, newest or oldest, not \"date\""},
      {{"query", "--index", "d", "--min-match", "none"},
       "min_match must be a number of words from 1 to 1024 or a share of them such as 75%, not "
       "\"none\""},
      {{"query", "--index", "d", "--format", "xml"},
       "--format must be text, json, jsonl, trec, markdown, csv, langchain, llamaindex, haystack "
       "or openai, not \"xml\""},
      {{"query", "--index", "d", "--sort", "newst"},
       "sort must be relevance, newest or oldest, not \"newst\"; did you mean newest?"},
      {{"query", "--index", "d", "--expand", "of"},
       "expand must be auto, on or off, not \"of\"; did you mean on?"},
      {{"query", "--index", "d", "--fold", "stories"},
       "fold must be none, copies or story, not \"stories\""},
      {{"query", "--index", "d", "--fold", "copys"},
       "fold must be none, copies or story, not \"copys\"; did you mean copies?"},
      {{"show", "--index", "d", "a", "--format", "jsno"},
       "--format must be text, json or openai, not \"jsno\"; did you mean json?"},
      {{"query", "--index", "d", "--color", "alway"},
       "--color must be auto, always or never, not \"alway\"; did you mean always?"},
      {{"completions"}, "completions are for a shell: add bash, zsh or fish"},
      {{"completions", "fsh"},
       "the shell must be bash, zsh or fish, not \"fsh\"; did you mean zsh?"},
      {{"query", "--index", "d", "--color", "red"},
       "--color must be auto, always or never, not \"red\""},
      {{"query", "--index", "d", "--fields", "id"},
       "--fields is for --format json, jsonl or csv: text has its own"},
      {{"query", "--index", "d", "--explain", "--format", "trec"},
       "--explain is for --format text, json, jsonl or csv: trec has no explanations"},
      {{"query", "--index", "d", "--facet", "day", "--format", "csv"},
       "--facet and the like are for --format text or json: csv has no facets"},
      {{"query", "--index", "d", "--facet-all", "--format", "markdown"},
       "--facet and the like are for --format text or json: markdown has no facets"},
      {{"query", "--index", "d", "--now", "2024-05"},
       "--now must be a day such as 2023-03-01, not \"2024-05\""},
  }));
  CHECK(message_of(arguments) == message);
}

TEST_CASE("What the option reader itself refuses points to the help", "[searcher][options]") {
  const Arguments arguments =
      GENERATE(Arguments{"query", "--index", "d", "--limit"}, Arguments{"batch", "--index"});
  const std::string hint = "; see dateline-search " + arguments[0] + " --help";
  const std::string message = message_of(arguments);
  CAPTURE(message);
  REQUIRE(message.size() > hint.size());
  CHECK(message.substr(message.size() - hint.size()) == hint);
}

TEST_CASE("An evaluation needs its two files and passes the filters on", "[searcher][options]") {
  CHECK(message_of({"eval", "--index", "d", "--queries", "q"}) ==
        "an evaluation needs --queries FILE and --qrels FILE");
  CHECK(message_of({"eval", "--index", "d", "--queries", "q", "--qrels", "r", "--compare-passages",
                    "p"}) == "--compare-passages needs --answer-key KEY, to know what to look for");
  const auto eval = parsed<EvalCommand>({"eval", "--index", "d", "--queries", "q", "--qrels", "r",
                                         "--compare", "a.run", "--compare", "b.run", "--depth",
                                         "50", "--from", "today-14d", "--now-key", "date"});
  CHECK(eval.order.topics == "q");
  CHECK(eval.order.judgements == "r");
  CHECK(eval.order.runs.size() == 2);
  CHECK(eval.order.reading.depth == 50);
  CHECK(eval.order.reading.now_key == "date");
  CHECK(eval.order.reading.defaults.filters.from == "today-14d");
  CHECK_FALSE(eval.order.write);
}

TEST_CASE("Help and version are printed", "[searcher][options]") {
  const auto help = [](Arguments arguments) {
    return parsed<NoticeCommand>(std::move(arguments)).text;
  };
  CHECK(help({"--version"}).rfind("dateline-search ", 0) == 0);
  for (const Arguments& arguments : {Arguments{"--help"}, Arguments{"-h"}}) {
    CHECK(help(arguments).find("dateline-search query --index news.index") != std::string::npos);
  }
  for (const std::string command : {"query", "batch", "show", "eval"}) {
    for (const std::string flag : {"--help", "-h"}) {
      const std::string text = help({command, flag});
      CHECK(text.find("--index") != std::string::npos);
      CHECK(text.find("Exit status:") != std::string::npos);
    }
  }
}

TEST_CASE("Help fits a terminal of 80 columns", "[searcher][options]") {
  for (const Arguments& arguments : {Arguments{"--help"},
                                     {"query", "--help"},
                                     {"batch", "--help"},
                                     {"show", "--help"},
                                     {"verify", "--help"},
                                     {"eval", "--help"},
                                     {"serve", "--help"},
                                     {"mcp", "--help"},
                                     {"completions", "--help"},
                                     {"manual", "--help"}}) {
    std::istringstream help(parsed<NoticeCommand>(arguments).text);
    for (std::string line; std::getline(help, line);) {
      CAPTURE(line);
      CHECK(line.size() <= 80);
      CHECK((line.empty() || line.back() != ' '));
    }
  }
}

TEST_CASE("Every number that a request takes has its option", "[searcher][options]") {
  const std::string text = parsed<NoticeCommand>({"query", "--help"}).text;
  for (const NumberField& field : number_fields()) {
    std::string option = "--" + std::string(field.name);
    for (char& c : option) c = c == '_' ? '-' : c;
    CHECK(text.find(option) != std::string::npos);
  }
}

}  // namespace dateline
