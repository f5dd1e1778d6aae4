// Of each field and use: either something else comes out when the field is set, or it is refused.
#include "searcher/request_uses.h"

#include <map>
#include <optional>
#include <variant>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "common/text/country_lookup.h"
#include "searcher/answer_json.h"
#include "searcher/evaluation/topic_search.h"
#include "searcher/mcp/tools.h"
#include "searcher/options.h"
#include "searcher/request_json.h"
#include "searcher/search.h"
#include "support/test_index.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

// Copies, a long article, and more that match than are looked into.
std::vector<TestArticle> articles() {
  const std::string report =
      "Trains carry freight from the port to the capital every night, and ships wait for them. "
      "The railway counted ninety wagons in January, forty more than a year before, and expects "
      "that a second track will be laid next summer along the whole of the coast.";
  std::vector<TestArticle> all = {
      {"wire", "Rail freight", report, "2023-03-01", {"AZ"}, "en", "wire"},
      {"copy", "Rail freight", report, "2023-03-02", {"AZ", "GE"}, "en", "times"},
      {"port", "A port", "Ships carry freight to Mombasa.", "", {"KE"}, "en", "port"},
      {"zug", "Ein Zug", "Der Zug bringt freight nach Bern.", "2022-05-01", {"CH"}, "de", "zug"}};
  std::string text;
  for (const char* place : {"Baku", "Ganja", "Tbilisi", "Poti"}) {
    text += std::string("The freight was seen in ") + place +
            " on a day when it rained a little. Nobody there knew who had sent it, or when.\n\n";
  }
  all.push_back({"long", "Freight, freight", text, "2023-04-05", {"AZ"}, "en", "wire"});
  for (int at = 0; at < 80; ++at) {
    all.push_back({"note" + std::to_string(at),
                   "Note",
                   "Some freight passed " + std::to_string(1000 + at) + " tonnes.",
                   "2021-01-01",
                   {"NO"}});
  }
  return all;
}

// Time runs a second at each look, so that any deadline passes.
struct Index {
  TestIndex index{articles()};
  SearchClock clock = [now = SearchClock::result_type()]() mutable {
    return now += std::chrono::seconds(1);
  };
  Searcher searcher = *Searcher::open(index.path(), clock);
  FilterContext context{{2024, 1, 1}, parse_country};
};

Index& opened() {
  static Index index;
  return index;
}

struct Row {
  Json base;   // what the field needs to be there
  Json value;  // sets it apart from that
};

std::string second_page() {
  const auto first = opened().searcher.search({.query = "freight", .today = {2024, 1, 1}});
  REQUIRE(first);
  return to_string(*first->cursor);
}

const std::map<std::string, Row>& rows() {
  static const std::map<std::string, Row> all = {
      {"query", {Json::object(), "ships"}},
      {"strict", {{{"query", "\"freight"}}, true}},
      {"interpret", {{{"query", "freight in 2022"}}, true}},
      {"sort", {Json::object(), "newest"}},
      {"expand", {{{"expand", "off"}}, "on"}},
      {"recency", {Json::object(), "30d"}},
      {"like", {Json::object(), "wire"}},
      {"before_it", {{{"like", "wire"}}, true}},
      {"min_match", {{{"query", "freight ships"}}, 2}},
      {"fold", {{{"facet_groups", true}}, "none"}},
      {"from", {Json::object(), "2023"}},
      {"to", {Json::object(), "2022"}},
      {"as_of", {Json::object(), "2023-03-01"}},
      {"undated", {Json::object(), "only"}},
      {"countries", {Json::object(), "AZ"}},
      {"all_countries", {Json::object(), {"AZ", "GE"}}},
      {"not_countries", {Json::object(), "AZ"}},
      {"source", {Json::object(), "wire"}},
      {"language", {Json::object(), "de"}},
      {"limit", {Json::object(), 1}},
      {"cursor", {Json::object(), second_page()}},
      {"per_article", {{{"query", "seen freight"}, {"passage_words", 10}}, 1}},
      {"passage_words", {Json::object(), 10}},
      {"context", {{{"query", "seen"}, {"passage_words", 10}, {"max_chars", 200}}, 3}},
      {"max_chars", {Json::object(), 100}},
      {"max_tokens", {Json::object(), 30}},
      {"explain", {Json::object(), true}},
      {"facets", {Json::object(), false}},
      {"facet_groups", {Json::object(), true}},
      {"facet", {Json::object(), "day"}},
      {"facet_prefix", {Json::object(), "ken"}},
      {"facet_all", {Json::object(), true}},
      {"facet_limit", {Json::object(), 1}},
      {"fields", {Json::object(), "id"}},
      {"count", {{{"facets", false}, {"expand", "off"}}, false}},
      {"timeout_ms", {Json::object(), 1}},
  };
  return all;
}

// What comes out, without what only repeats the request.
template <typename T>
std::string outcome_of(const Result<T>& made, Json json) {
  if (!made) return made.error().message;
  // A cursor knows the request that it is of.
  for (const char* repeated : {"query", "filters", "took_ms", "cursor"}) json.erase(repeated);
  return json.dump();
}

std::string searched(const Json& request) {
  Index& index = opened();
  const auto read = read_request(request.dump(), {}, index.context).request;
  if (!read) return read.error().message;
  const auto answer = index.searcher.search(*read);
  return outcome_of(answer,
                    answer ? Json::parse(to_json(*answer, JsonLayout::kOneLine)) : Json::object());
}

std::string called(const char* tool, const Json& arguments) {
  Index& index = opened();
  ServeContext context;
  context.filters = index.context;
  const auto made =
      call_tool(tool, nlohmann::json::parse(arguments.dump()), index.searcher, context);
  return outcome_of(made, made ? *made : Json::object());
}

// The options that say the same as the request.
std::vector<std::string> options_of(const Json& request) {
  std::vector<std::string> options;
  for (const auto& [name, value] : request.items()) {
    std::string option = name == "countries" ? "country" : name;
    std::replace(option.begin(), option.end(), '_', '-');
    if (value.is_boolean()) {
      options.push_back((value.get<bool>() ? "--" : "--no-") + option);
      continue;
    }
    for (const Json& each : value.is_array() ? value : Json::array({value})) {
      options.push_back("--" + option);
      options.push_back(each.is_string() ? each.get<std::string>() : each.dump());
    }
  }
  return options;
}

Result<SearchCommand> typed(const std::string& command, const Json& request) {
  std::vector<std::string> arguments = {command, "--index", "d"};
  const auto options = options_of(request);
  arguments.insert(arguments.end(), options.begin(), options.end());
  if (command == "eval") arguments.insert(arguments.end(), {"--queries", "q", "--qrels", "r"});
  return parse_search_command(std::move(arguments));
}

// The ranking, and where the answer stands in passages, with and without a budget.
std::string evaluated(Json request) {
  Index& index = opened();
  const std::string query = request.value("query", "");
  request.erase("query");
  const auto command = typed("eval", request);
  if (!command) return command.error().message;
  TopicReading reading = std::get<EvalCommand>(*command).order.reading;
  reading.answers_key = "answer";
  reading.depth = 20;
  const std::map<std::string, std::string> answers = {
      {"freight", "Mombasa"}, {"seen freight", "tonnes"}, {"seen", "rained a little"}};
  const auto answer = answers.find(query);
  const std::vector<Topic> topics = {
      {"t", query, {{"answer", {answer == answers.end() ? "every night" : answer->second}}}}};
  const SearchFunction search = [&index](const Request& each) {
    return index.searcher.search(each);
  };
  const auto run = run_topics(topics, reading, index.context, search);
  if (!run) return run.error().message;
  std::string out;
  for (const RankedArticle& article : run->at("t")) {
    out += article.id + ' ' + std::to_string(article.score) + '\n';
  }
  const auto ranks = ranks_of_answers(topics, reading, index.context, search);
  const auto budgeted = answers_in_budget(topics, reading, index.context, search);
  REQUIRE(ranks);
  REQUIRE(budgeted);
  return out + std::to_string(ranks->at("t")) + ' ' + std::to_string(budgeted->packed.at(0)) + ' ' +
         std::to_string(budgeted->greedy.at(0));
}

struct UseRow {
  Use use;
  std::string (*outcome)(const Json& request);
};

const std::vector<UseRow> kUses = {
    {Use::kAnswer, searched},
    {Use::kPassages, [](const Json& request) { return called("search", request); }},
    {Use::kCounts, [](const Json& request) { return called("facets", request); }},
    {Use::kQuote,
     [](const Json& request) {
       Json quoted = request;
       quoted["quote"] = "freight";
       if (quoted.at("query") == "freight") quoted.erase("query");
       return called("verify", quoted);
     }},
    {Use::kEvaluation, [](const Json& request) { return evaluated(request); }},
};

bool is_refusal(const std::string& outcome) {
  return outcome.find("has no effect here") != std::string::npos ||
         outcome.starts_with("there is no option") || outcome.starts_with("the quote to verify");
}

}  // namespace

TEST_CASE("What a field has an effect on takes it, and nothing else does", "[searcher][uses]") {
  for (const RequestField& field : request_fields()) {
    const std::string name(field.name);
    if (name == "id") continue;  // repeated
    CAPTURE(name);
    REQUIRE(rows().contains(name));
    const Row& row = rows().at(name);
    for (const auto& [use, outcome] : kUses) {
      CAPTURE(static_cast<int>(use));
      Json request = {{"query", "freight"}};
      for (const auto& [needed, value] : row.base.items()) {
        if (has_effect(needed, use)) request[needed] = value;
      }
      const std::string before = outcome(request);
      request[name] = row.value;
      const std::string after = outcome(request);
      CHECK_FALSE(is_refusal(before));
      if (has_effect(name, use)) {
        CHECK(before != after);
        CHECK_FALSE(is_refusal(after));
      } else {
        CAPTURE(after);
        CHECK(is_refusal(after));
      }
    }
  }
}

TEST_CASE("A command has the options that what it makes depends on, and no others",
          "[searcher][uses]") {
  const std::map<std::string, std::vector<Use>> commands = {
      {"query", {Use::kAnswer}},
      {"batch", {Use::kAnswer}},
      {"serve", {Use::kAnswer}},
      {"verify", {Use::kQuote}},
      {"eval", {Use::kEvaluation}},
      {"mcp", {Use::kPassages, Use::kCounts, Use::kQuote}},
      {"show", {}},
  };
  for (const auto& [command, uses] : commands) {
    for (const auto& [name, row] : rows()) {
      if (name == "query") continue;  // words without an option
      CAPTURE(command, name);
      const auto parsed = typed(command, {{name, row.value}});
      const bool is_option = parsed || !parsed.error().message.starts_with("there is no option");
      bool matters = false;
      for (const Use use : uses) matters = matters || has_effect(name, use);
      if (name == "cursor") matters = command == "query";  // of one search, not of many
      CHECK(is_option == matters);
    }
  }
}

TEST_CASE("What is no field has no effect", "[searcher][uses]") {
  CHECK_FALSE(has_effect("frob", Use::kAnswer));
  CHECK_FALSE(has_effect("id", Use::kAnswer));
  CHECK(has_effect("facet", {Use::kPassages, Use::kCounts}));
  CHECK_FALSE(has_effect("facets", {Use::kPassages, Use::kCounts}));
}

}  // namespace dateline
