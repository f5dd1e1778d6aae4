#include "searcher/serve/admission.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.h"

namespace dateline {
namespace {

const std::string kAlpha =
    "sha256:8ed3f6ad685b959ead7022518e1af76cd816f8e8ec7ccdda1ed4018e8f2223f8";

WebRequest asked(const std::string& host, const std::string& origin = "") {
  WebRequest request{"GET", "/search"};
  request.host = host;
  request.origin = origin;
  return request;
}

// 0: it is let in.
int status_of(Admission& admission, WebRequest request) {
  const auto refusal = admission.refusal(request, ApiKeys::Clock::time_point{});
  return refusal ? refusal->status : 0;
}

std::string header(const WebRequest& request, const std::string& wanted) {
  for (const auto& [name, value] : request.reply_headers) {
    if (name == wanted) return value;
  }
  return "";
}

Admission with(AdmissionRules rules) { return *Admission::with(std::move(rules)); }

}  // namespace

TEST_CASE("Names of other sites that lead to this machine are refused", "[searcher][serve]") {
  Admission local = with({});
  Admission named = with({false, {"News.example"}});
  Admission open = with({false});
  struct Row {
    std::string host;
    int local;
    int named;
    int open;
  };
  const std::vector<Row> rows = {
      {"localhost", 0, 0, 0},
      {"localhost:7700", 0, 0, 0},
      {"127.0.0.1:7700", 0, 0, 0},
      {"[::1]:7700", 0, 0, 0},
      {"[::1]", 0, 0, 0},
      {"", 0, 0, 0},
      {"evil.example", 403, 403, 0},
      {"evil.example:7700", 403, 403, 0},
      {"news.example", 403, 0, 0},
      {"NEWS.example:80", 403, 0, 0},
      {"localhost.evil.example", 403, 403, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.host);
    CHECK(status_of(local, asked(row.host)) == row.local);
    CHECK(status_of(named, asked(row.host)) == row.named);
    CHECK(status_of(open, asked(row.host)) == row.open);
  }
}

TEST_CASE("Pages of allowed sites may read answers, of others not", "[searcher][serve]") {
  Admission admission = with({true, {}, {"https://news.example"}});
  WebRequest known = asked("localhost", "https://news.example");
  CHECK_FALSE(admission.refusal(known, {}));
  CHECK(header(known, "Access-Control-Allow-Origin") == "https://news.example");
  CHECK(header(known, "Vary") == "Origin");
  WebRequest other = asked("localhost", "https://evil.example");
  CHECK_FALSE(admission.refusal(other, {}));
  CHECK(header(other, "Access-Control-Allow-Origin").empty());
  CHECK(header(other, "Vary") == "Origin");

  known.method = other.method = "OPTIONS";
  const auto preflight = admission.refusal(known, {});
  REQUIRE(preflight);
  CHECK(preflight->status == 204);
  CHECK_FALSE(admission.refusal(other, {}));  // no such method, as later stages say
}

TEST_CASE("Messages of agents come from no page, or from ours", "[searcher][serve]") {
  Admission admission = with({true, {}, {"https://news.example"}});
  const auto message = [](const std::string& origin) {
    WebRequest request = asked("localhost:7700", origin);
    request.method = "POST";
    request.path = "/mcp";
    return request;
  };
  CHECK(status_of(admission, message("")) == 0);
  CHECK(status_of(admission, message("http://localhost:7700")) == 0);
  CHECK(status_of(admission, message("https://news.example")) == 0);
  CHECK(status_of(admission, message("https://evil.example")) == 403);
  CHECK(status_of(admission, message("null")) == 403);
}

TEST_CASE("A key comes in any of the usual headers", "[searcher][serve]") {
  const TemporaryFolder folder;
  std::ofstream(folder / "keys") << "desk " + kAlpha + " 1/s\n";
  AdmissionRules rules;
  rules.keys = folder / "keys";
  struct Row {
    std::string authorization;
    std::string api_key;
    int status;
    std::string code;
  };
  const std::vector<Row> rows = {
      {"", "", 401, "no_key"},
      {"Bearer alpha", "", 0, ""},
      {"bearer alpha", "", 0, ""},
      {"", "alpha", 0, ""},
      {"Basic YW55OmFscGhh", "", 0, ""},      // any:alpha
      {"Basic OmFscGhh", "", 0, ""},          // :alpha
      {"Basic YWxwaGE=", "", 401, "no_key"},  // alpha, which is no name with a password
      {"Basic !!!!", "", 401, "no_key"},
      {"Bearer beta", "", 401, "wrong_key"},
      {"Bearer  alpha", "", 401, "wrong_key"},
      {"", std::string(30'000, 'a'), 401, "wrong_key"},
      {"Digest alpha", "", 401, "no_key"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.authorization, row.api_key.substr(0, 20));
    Admission admission = with(rules);
    WebRequest request = asked("localhost");
    request.authorization = row.authorization;
    request.api_key = row.api_key;
    const auto refusal = admission.refusal(request, {});
    CHECK((refusal ? refusal->status : 0) == row.status);
    CHECK(request.client == (row.status == 0 ? "desk" : ""));
    if (refusal) CHECK(refusal->body.find('"' + row.code + '"') != std::string::npos);
  }
}

TEST_CASE("A key that is used too often is told when to come again, health is for all",
          "[searcher][serve]") {
  const TemporaryFolder folder;
  std::ofstream(folder / "keys") << "desk " + kAlpha + " 1/s\n";
  AdmissionRules rules;
  rules.keys = folder / "keys";
  Admission admission = with(rules);
  WebRequest request = asked("localhost");
  request.api_key = "alpha";
  CHECK_FALSE(admission.refusal(request, {}));
  const auto refusal = admission.refusal(request, {});
  REQUIRE(refusal);
  CHECK(refusal->status == 429);
  CHECK(refusal->headers.at(0) == std::pair<std::string, std::string>{"Retry-After", "1"});
  WebRequest health = asked("localhost");
  health.path = "/health";
  CHECK_FALSE(admission.refusal(health, {}));
}

}  // namespace dateline
