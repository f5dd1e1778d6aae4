#include "searcher/mcp/tools.h"

#include <set>

#include <catch2/catch.hpp>

#include "common/text/country_lookup.h"
#include "support/test_index.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

std::string long_text() {
  std::string text;
  for (int at = 0; at < 6000; ++at) text += "Zürich counts wagons at night. ";
  return text;
}

class Tools {
 public:
  Result<Json> call(const char* tool, const char* arguments) {
    return call_tool(tool, nlohmann::json::parse(arguments), *searcher_, context_);
  }

 private:
  TestIndex index_{std::vector<TestArticle>{
      {"a", "Rail freight", "Trains carry freight to Baku.", "2023-03-01", {"AZ"}},
      {"b", "Port", "Ships carry freight to Mombasa.", "", {"KE"}},
      {"long", "Wagons", long_text(), "2020", {"CH"}}}};
  Result<Searcher> searcher_ = Searcher::open(index_.path());
  ServeContext context_{{}, {{2024, 1, 1}, parse_country}};
};

}  // namespace

TEST_CASE("Tools are named as connectors expect, only read, and say what they take and give",
          "[mcp]") {
  std::vector<std::string> names;
  for (const Json& tool : tool_list()) {
    names.push_back(tool.at("name"));
    CHECK(is_tool(names.back()));
    CHECK(tool.at("annotations").at("readOnlyHint") == true);
    CHECK(tool.at("inputSchema").at("additionalProperties") == false);
    CHECK(tool.at("outputSchema").at("type") == "object");
  }
  CHECK(names == std::vector<std::string>{"search", "fetch", "facets", "verify"});
  CHECK_FALSE(is_tool("delete"));
}

TEST_CASE("search gives passages with what it takes to cite them", "[mcp]") {
  Tools tools;
  const auto found = tools.call("search", R"({"query": "freight", "countries": ["AZ"]})");
  REQUIRE(found);
  REQUIRE(found->at("results").size() == 1);
  const Json& result = found->at("results").at(0);
  CHECK(result.at("id") == "a");
  CHECK(result.at("title") == "Rail freight");
  CHECK(result.at("text") == "Trains carry freight to Baku.");
  CHECK(result.at("date") == "2023-03-01");
  CHECK(result.at("countries") == Json{"AZ"});
  CHECK(found->at("total_articles") == 1);
  CHECK(found->at("left_out") == 0);
  CHECK(tools.call("search", R"({"query": "ships"})")->at("results").at(0).at("date").is_null());
}

TEST_CASE("search gives what was asked for beside that, or only what is named", "[mcp]") {
  Tools tools;
  const auto result_of = [&tools](const char* arguments) {
    const auto found = tools.call("search", arguments);
    REQUIRE(found);
    return found->at("results").at(0);
  };
  const auto names_of = [](const Json& result) {
    std::string names;
    for (const auto& [name, value] : result.items()) names += name + ' ';
    return names;
  };
  CHECK(names_of(result_of(R"({"query": "baku"})")) ==
        "id title url source date countries score text start end also_in ");
  CHECK(result_of(R"({"query": "baku"})").at("also_in") == Json::array());
  const Json near = result_of(R"({"query": "wagons", "context": 1, "passage_words": 10})");
  CHECK(near.at("after").get<std::string>().find("Zürich") != std::string::npos);
  CHECK(result_of(R"({"query": "baku", "explain": true})").at("explanation").is_object());
  CHECK(names_of(result_of(R"({"query": "baku", "fields": ["id", "text", "rank"]})")) ==
        "id rank text ");
}

TEST_CASE("search goes on where a result had no more room", "[mcp]") {
  Tools tools;
  Json arguments = {
      {"query", "wagons"}, {"passage_words", 1000}, {"per_article", 40}, {"limit", 40}};
  std::set<std::size_t> starts;
  std::size_t pages = 0;
  for (Json cursor = "first"; !cursor.is_null() && pages < 10; ++pages) {
    arguments["cursor"] = cursor;
    const auto found = tools.call("search", arguments.dump().c_str());
    REQUIRE(found);
    CHECK(found->dump().size() < kMaxResultBytes + 10'000);
    for (const Json& result : found->at("results")) {
      CHECK(starts.insert(result.at("start").get<std::size_t>()).second);
    }
    cursor = found->at("cursor");
  }
  CHECK(pages == 4);
  CHECK(starts.size() == 30);
}

TEST_CASE("fetch gives a long article in parts that join", "[mcp]") {
  Tools tools;
  CHECK(tools.call("fetch", R"({"id": "long"})")->at("metadata").at("start") == 0);
  std::string text;
  Json next = 0;
  int parts = 0;
  for (; !next.is_null() && parts < 10; ++parts) {
    const std::string arguments = R"({"id": "long", "start": )" + next.dump() + "}";
    const auto part = tools.call("fetch", arguments.c_str());
    REQUIRE(part);
    CHECK(part->at("text").get<std::string>().size() <= kMaxResultBytes);
    text += part->at("text").get<std::string>();
    next = part->at("metadata").at("next_start");
  }
  CHECK(parts == 4);
  CHECK(text.size() == long_text().size() - 1);  // stored without the last space
  CHECK(long_text().find(text) == 0);
}

TEST_CASE("facets counts without passages", "[mcp]") {
  Tools tools;
  const auto counted = tools.call("facets", R"({"query": "freight"})");
  REQUIRE(counted);
  CHECK(counted->at("total_articles") == 2);
  CHECK(counted->at("facets").at("country").size() == 2);
}

TEST_CASE("verify tells whether articles have a quote", "[mcp]") {
  Tools tools;
  const auto search = tools.call("search", R"({"query": "freight", "limit": 1})");
  REQUIRE(search);
  const nlohmann::json arguments = {{"quote", search->at("results").at(0).at("text")}};
  const auto verified = tools.call("verify", arguments.dump().c_str());
  REQUIRE(verified);
  CHECK(verified->at("verdict") == "exact");
  CHECK(verified->at("matches").at(0).at("article").at("id") ==
        search->at("results").at(0).at("id"));
}

TEST_CASE("Wrong arguments fail by name", "[mcp]") {
  struct Row {
    const char* tool;
    const char* arguments;
    const char* said;
  };
  const auto row = GENERATE(values<Row>({
      {"search", "[]", "object"},
      {"search", "{}", "query"},
      {"search", R"({"query": 7})", "query"},
      {"search", R"({"query": "a", "frob": 1})", "frob"},
      {"facets", R"({"query": "a", "from": "yesteryear"})", "yesteryear"},
      {"search", R"({"query": "a", "facet": ["day"]})", "\"facet\" has no effect here"},
      {"facets", R"({"query": "a", "sort": "newest"})", "\"sort\" has no effect here"},
      {"facets", R"({"query": "a", "field": ["id"]})", "\"field\" has no effect here"},
      {"verify", R"({"quote": "a", "fold": "none"})", "\"fold\" has no effect here"},
      {"verify", "{}", "quote"},
      {"verify", R"({"query": "a"})", "quote"},
      {"verify", R"({"quote": 7})", "string"},
      {"fetch", "{}", "id"},
      {"fetch", R"({"id": 7})", "id"},
      {"fetch", R"({"id": "none"})", "none"},
      {"fetch", R"({"id": "a", "start": -1})", "start"},
      {"fetch", R"({"id": "a", "start": 4000})", "29 bytes"},
  }));
  Tools tools;
  const auto result = tools.call(row.tool, row.arguments);
  CAPTURE(row.tool, row.arguments);
  REQUIRE_FALSE(result);
  CAPTURE(result.error().message);
  CHECK(result.error().message.find(row.said) != std::string::npos);
}

}  // namespace dateline
