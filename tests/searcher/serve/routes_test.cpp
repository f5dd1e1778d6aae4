#include "searcher/serve/routes.h"

#include <algorithm>
#include <chrono>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "common/text/country_lookup.h"
#include "support/test_index.h"

namespace dateline {
namespace {

using Json = nlohmann::json;
using Ids = std::vector<std::string>;

class Server {
 public:
  WebReply get(const std::string& path, const std::string& query_string = "") {
    return ask({"GET", path, query_string, ""});
  }
  WebReply post(const std::string& path, const std::string& body) {
    return ask({"POST", path, "", body});
  }
  WebReply ask(const WebRequest& request) { return reply_to(request, *searcher_, context_); }

 private:
  TestIndex index_{std::vector<TestArticle>{
      {"a/1", "Rail freight", "Zürich trains carry freight to Baku.", "2023-03-01", {"AZ"}},
      {"b", "<script>alert(1)</script>", "Freight rates fall in Kenya.", "2022", {"KE"}}}};
  Result<Searcher> searcher_ = Searcher::open(index_.path());
  ServeContext context_{{}, {{2024, 1, 1}, parse_country}};
};

Ids ids_in(const WebReply& reply) {
  Ids ids;
  const Json answer = Json::parse(reply.body);
  for (const Json& passage : answer.at("passages")) {
    ids.push_back(passage.at("article").at("id"));
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace

TEST_CASE("A search is an address or a JSON object", "[serve]") {
  Server server;
  CHECK(ids_in(server.get("/search", "query=freight")) == Ids{"a/1", "b"});
  CHECK(ids_in(server.get("/search", "q=freight&country=Kenya")) == Ids{"b"});
  CHECK(ids_in(server.get("/search", "q=freight&countries=AZ&countries=KE&limit=1")).size() == 1);
  CHECK(ids_in(server.post("/search", R"({"query": "freight", "from": "2023"})")) == Ids{"a/1"});
  const WebReply reply = server.get("/search", "query=freight&facets=false");
  CHECK(reply.status == 200);
  CHECK(reply.content_type == "application/json");
  CHECK(Json::parse(reply.body).at("facets").empty());
}

TEST_CASE("What is wrong with a request is a problem that names it", "[serve]") {
  struct Row {
    WebRequest request;
    int status;
    std::string code;
    std::string said;
  };
  const std::string large(std::size_t{1} << 20, ' ');
  const auto row = GENERATE_COPY(values<Row>({
      {{"GET", "/search", "query=a&limit=ten", ""}, 400, "request", "limit"},
      {{"GET", "/search", "query=a&frob=1", ""}, 400, "request", "frob"},
      {{"GET", "/search", "query=a&country=Atlantis", ""}, 400, "request", "Atlantis"},
      {{"GET", "/search", "query=a&facets=perhaps", ""}, 400, "request", "facets"},
      {{"POST", "/search", "", "{"}, 400, "input", "JSON"},
      {{"POST", "/search", "", "{}" + large}, 400, "input", "/search/batch"},
      {{"GET", "/articles/none", "", ""}, 404, "missing", "none"},
      {{"GET", "/articles/b", "start=9&end=2", ""}, 400, "request", "bytes"},
      {{"GET", "/articles/b", "start=", ""}, 400, "request", "bytes"},
      {{"GET", "/articles/b", "start=0&end=4000", ""}, 400, "request", "bytes"},
      {{"GET", "/articles/a/1", "start=2&end=9", ""}, 400, "request", "between characters"},
      {{"GET", "/../etc/passwd", "", ""}, 404, "missing", "nothing"},
  }));
  Server server;
  const WebReply reply = server.ask(row.request);
  CAPTURE(row.request.path, row.request.query_string, reply.body);
  CHECK(reply.status == row.status);
  CHECK(reply.content_type == "application/problem+json");
  const Json problem = Json::parse(reply.body);
  CHECK(problem.at("status") == row.status);
  CHECK(problem.at("code") == row.code);
  CHECK(problem.at("detail").get<std::string>().find(row.said) != std::string::npos);
}

TEST_CASE("The page has the deadline of the server, as searches have", "[serve]") {
  const TestIndex index(std::vector<TestArticle>{{"a", "Rail", "Freight.", "2023", {}}});
  auto now = std::chrono::steady_clock::time_point{};
  auto searcher = Searcher::open(index.path(), [&now] { return now += std::chrono::seconds(1); });
  REQUIRE(searcher);
  ServeContext context{{}, {{2024, 1, 1}, parse_country}};
  CHECK(reply_to({"GET", "/", "q=freight", ""}, *searcher, context).status == 200);
  context.defaults.request.timeout_ms = 500;
  CHECK(reply_to({"GET", "/", "q=freight", ""}, *searcher, context).status == 503);
  CHECK(reply_to({"GET", "/search", "q=freight", ""}, *searcher, context).status == 503);
}

TEST_CASE("Facets are the answer without passages", "[serve]") {
  Server server;
  const Json answer = Json::parse(server.get("/facets", "query=freight").body);
  CHECK(answer.at("passages").empty());
  CHECK(answer.at("total").at("articles") == 2);
  CHECK(answer.at("facets").at("country").size() == 2);
}

TEST_CASE("A quote is verified over HTTP", "[serve]") {
  Server server;
  const WebReply reply = server.post("/verify", R"({"quote": "carry freight to baku"})");
  CHECK(reply.status == 200);
  CHECK(Json::parse(reply.body).at("verdict") == "folded");
  CHECK(server.post("/verify", R"({"query": "carry"})").status == 400);
  CHECK(server.post("/verify", "{").status == 400);
}

TEST_CASE("An article is had whole or in part, whatever its id", "[serve]") {
  Server server;
  const std::string text = Json::parse(server.get("/articles/a/1").body).at("text");
  const Json part = Json::parse(server.get("/articles/a/1", "start=0&end=7").body);
  CHECK(part.at("text") == text.substr(0, 7));
  CHECK(Json::parse(server.get("/articles/a/1", "start=7").body).at("text") == text.substr(7));
}

TEST_CASE("Pages have a policy, and what articles say is inert in them", "[serve]") {
  Server server;
  const WebReply reply = server.get("/", "q=freight");
  CHECK(reply.content_type == "text/html; charset=utf-8");
  REQUIRE(reply.headers.size() == 1);
  CHECK(reply.headers[0].first == "Content-Security-Policy");
  CHECK(reply.headers[0].second.find("default-src 'none'") == 0);
  CHECK(reply.body.find("<script>alert") == std::string::npos);
  CHECK(reply.body.find("&lt;script&gt;alert") != std::string::npos);
  CHECK(server.get("/page.js").status == 200);
}

}  // namespace dateline
