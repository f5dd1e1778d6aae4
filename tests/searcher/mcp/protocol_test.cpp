#include "searcher/mcp/protocol.h"

#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "common/text/country_lookup.h"
#include "support/test_index.h"

namespace dateline {
namespace {

using Json = nlohmann::json;

class Agent {
 public:
  std::string send(const std::string& message) {
    return reply_to_message(message, *searcher_, context_).line;
  }
  Json result(const std::string& method, const std::string& params) {
    const std::string message =
        R"({"jsonrpc":"2.0","id":7,"method":")" + method + R"(","params":)" + params + "}";
    return Json::parse(send(message)).at("result");
  }
  std::string talk(const std::string& lines) {
    std::istringstream input(lines);
    std::ostringstream output;
    run_mcp(input, output, *searcher_, context_);
    return output.str();
  }

 private:
  TestIndex index_{std::vector<TestArticle>{
      {"a", "Rail freight", "Trains carry freight to Baku.", "2023-03-01", {"AZ"}}}};
  Result<Searcher> searcher_ = Searcher::open(index_.path());
  ServeContext context_{{}, {{2024, 1, 1}, parse_country}};
};

constexpr const char* kModern =
    R"({"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}})";

}  // namespace

TEST_CASE("A client of today discovers the server, and each of its results is complete", "[mcp]") {
  Agent agent;
  const Json found = agent.result("server/discover", kModern);
  CHECK(found.at("supportedVersions").at(0) == "2026-07-28");
  CHECK(found.at("resultType") == "complete");
  CHECK(found.at("_meta").at("io.modelcontextprotocol/serverInfo").at("name") == "dateline");
  CHECK(agent.result("tools/list", kModern).at("resultType") == "complete");
}

TEST_CASE("A client of before shakes hands, in its version if it has one of ours", "[mcp]") {
  Agent agent;
  const auto version = [&agent](const std::string& asked) {
    return agent.result("initialize", R"({"protocolVersion":")" + asked + "\"}")
        .at("protocolVersion")
        .get<std::string>();
  };
  CHECK(version("2025-06-18") == "2025-06-18");
  CHECK(version("2025-11-25") == "2025-11-25");
  CHECK(version("1999-01-01") == "2025-11-25");
  CHECK(version("2026-07-28") == "2025-11-25");
  CHECK(agent.result("ping", "{}").empty());
  CHECK_FALSE(agent.result("tools/list", "{}").contains("resultType"));
}

TEST_CASE("Every message has its answer, or none if it is none to answer", "[mcp]") {
  struct Row {
    std::string message;
    int code;  // of the error; 0: no answer at all
  };
  const std::string deep = std::string(100'000, '[');
  const auto row = GENERATE_COPY(values<Row>({
      {"{", -32700},
      {"\xFF\xFE", -32700},
      {deep, -32700},
      {"[]", -32600},
      {"7", -32600},
      {R"({"id":1})", -32600},
      {R"({"id":{},"method":"ping"})", -32600},
      {R"({"id":1,"method":"ping","params":[]})", -32602},
      {R"({"id":1,"method":"frob"})", -32601},
      {R"({"id":1,"method":"tools/call"})", -32602},
      {R"({"id":1,"method":"tools/call","params":{"name":"delete"}})", -32602},
      {R"({"id":1,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2031-01-01"}}})",
       -32022},
      {R"({"method":"notifications/initialized"})", 0},
      {R"({"method":"frob"})", 0},
      {R"({"id":1,"result":{}})", 0},
  }));
  Agent agent;
  const std::string reply = agent.send(row.message);
  CAPTURE(row.message.substr(0, 80), reply);
  if (row.code == 0) {
    CHECK(reply.empty());
  } else {
    CHECK(Json::parse(reply).at("error").at("code") == row.code);
  }
}

TEST_CASE("What is wrong with arguments is told in a result, so that the agent reads it", "[mcp]") {
  Agent agent;
  const Json wrong = agent.result(
      "tools/call", R"({"name":"search","arguments":{"query":"a","countries":["Atlantis"]}})");
  CHECK(wrong.at("isError") == true);
  CHECK(wrong.at("content").at(0).at("text").get<std::string>().find("Atlantis") !=
        std::string::npos);
  CHECK_FALSE(wrong.contains("structuredContent"));
  const Json right =
      agent.result("tools/call", R"({"name":"search","arguments":{"query":"freight"}})");
  CHECK(right.at("isError") == false);
  CHECK(Json::parse(right.at("content").at(0).at("text").get<std::string>()) ==
        right.at("structuredContent"));
}

TEST_CASE("Lines are answered in their order, blank ones and notifications by nothing", "[mcp]") {
  Agent agent;
  const std::string output = agent.talk(
      "{\"id\":1,\"method\":\"ping\"}\n\n{\"method\":\"notifications/initialized\"}\nnonsense\n"
      "{\"id\":\"last\",\"method\":\"ping\"}");
  CHECK(output ==
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n"
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,"
        "\"message\":\"this is not JSON, or too deep\"}}\n"
        "{\"jsonrpc\":\"2.0\",\"id\":\"last\",\"result\":{}}\n");
}

}  // namespace dateline
