#include "searcher/batch.h"

#include <chrono>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/searcher/documented_fields.h"
#include "tests/searcher/few_countries.h"
#include "tests/searcher/sample_answer.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

// Answers with the query and limit it was asked, and fails on the query "fail".
Result<Answer> echo(const Request& request) {
  if (request.query == "fail") return Error{ErrorKind::kCorrupt, "a file is damaged"};
  Answer answer;
  answer.query = request.query;
  answer.total_articles = request.limit;
  return answer;
}

struct Outcome {
  std::vector<Json> lines;
  BatchReport report;
};

Outcome run(const std::string& text, const RequestDraft& defaults = {},
            const SearchFunction& search = echo, std::size_t threads = 1,
            const BatchStart& start = {}) {
  std::istringstream input(text);
  std::ostringstream output;
  Outcome outcome;
  const FilterContext context = filter_context();
  const auto report = run_batch(input, output, {defaults, context},
                                std::vector<SearchFunction>(threads, search), start);
  REQUIRE(report);
  outcome.report = *report;
  std::istringstream lines(output.str());
  for (std::string line; std::getline(lines, line);) outcome.lines.push_back(Json::parse(line));
  return outcome;
}

}  // namespace

TEST_CASE("Answers come in the order of the requests, the id first", "[searcher][batch]") {
  const Outcome outcome =
      run("{\"id\": \"b\", \"query\": \"first\"}\n"
          "\n"
          "  \t\r\n"
          "{\"query\": \"second\", \"limit\": 3, \"id\": 2}\n"
          "{\"_id\": \"c\", \"text\": \"third\", \"metadata\": {}}");
  REQUIRE(outcome.lines.size() == 3);
  CHECK(outcome.report.answered == 3);
  CHECK(outcome.report.failed == 0);
  CHECK(outcome.lines[0]["id"] == "b");
  CHECK(outcome.lines[0].begin().key() == "id");
  CHECK(outcome.lines[0]["query"]["text"] == "first");
  CHECK(outcome.lines[1]["id"] == 2);
  CHECK(outcome.lines[1]["total"]["articles"] == 3);
  CHECK(outcome.lines[2]["query"]["text"] == "third");
}

TEST_CASE("A line of answer is the documented answer with its id", "[searcher][batch]") {
  const Outcome outcome = run("{\"id\": 7, \"query\": \"\"}", {},
                              [](const Request&) -> Result<Answer> { return sample_answer(); });
  REQUIRE(outcome.lines.size() == 1);
  FieldTypes found = fields_of(outcome.lines[0]);
  CHECK(found.erase("id") == 1);
  CHECK(found.size() == documented_fields("field").size());
}

TEST_CASE("A bad line yields an error line and the run goes on", "[searcher][batch]") {
  const Outcome outcome =
      run("{\"id\": 1, \"query\": \"a\"}\n"
          "not json\n"
          "\n"
          "{\"id\": \"x\", \"query\": \"a\", \"limit\": 0}\n"
          "{\"id\": \"y\", \"query\": \"fail\"}\n" +
          std::string(kMaxRequestBytes + 1, ' ') +
          "\n"
          "{\"id\": 2, \"query\": \"b\"}\n");
  REQUIRE(outcome.lines.size() == 6);
  CHECK(outcome.report.answered == 2);
  CHECK(outcome.report.failed == 4);
  CHECK(outcome.lines[1].dump() == R"({"id":null,"line":2,"error":{"code":"input",)"
                                   R"("message":"not JSON from byte 0 on: \"not json\""}})");
  CHECK(outcome.lines[2].dump() ==
        R"({"id":"x","line":4,"error":{"code":"request",)"
        R"("message":"limit must be a whole number from 1 to 1000, not 0"}})");
  CHECK(outcome.lines[3].dump() ==
        R"({"id":"y","line":5,"error":{"code":"corrupt","message":"a file is damaged"}})");
  CHECK(outcome.lines[4].dump() ==
        R"({"id":null,"line":6,"error":{"code":"input","message":)"
        R"("the line is longer than 1048576 bytes; a request is one short JSON object"}})");
  CHECK(outcome.lines[5]["id"] == 2);
}

TEST_CASE("Error lines have exactly the fields that ANSWER.md documents", "[searcher][batch]") {
  const Outcome outcome = run("{\"id\": \"x\"}");
  FieldTypes documented = documented_fields("field of an error line");
  for (const auto& [path, type] : fields_of(outcome.lines.at(0))) {
    CAPTURE(path, type);
    REQUIRE(documented.count(path) == 1);
    CHECK(fits(type, documented[path]));
    documented.erase(path);
  }
  CHECK(documented.empty());
}

TEST_CASE("Every error code is documented", "[searcher][batch]") {
  const FieldTypes codes = documented_fields("code");
  CHECK(codes.size() == 8);
  for (const ErrorKind kind :
       {ErrorKind::kInput, ErrorKind::kRequest, ErrorKind::kTimeout, ErrorKind::kMissing,
        ErrorKind::kLocked, ErrorKind::kVersion, ErrorKind::kCorrupt, ErrorKind::kSystem}) {
    CHECK(codes.count(code_of(kind)) == 1);
  }
}

TEST_CASE("The command line fills in what requests leave out", "[searcher][batch]") {
  RequestDraft defaults;
  defaults.request.limit = 100;
  const Outcome outcome = run("{\"query\": \"\"}\n{\"query\": \"\", \"limit\": 5}\n", defaults);
  CHECK(outcome.lines.at(0)["total"]["articles"] == 100);
  CHECK(outcome.lines.at(1)["total"]["articles"] == 5);
}

TEST_CASE("The run ends when nobody reads the answers", "[searcher][batch]") {
  const std::size_t threads = GENERATE(1, 3);
  std::string requests;
  for (int at = 0; at < 1000; ++at) requests += "{\"query\": \"\"}\n";
  std::istringstream input(requests);
  std::ostringstream output;
  output.setstate(std::ios::badbit);
  const RequestDraft defaults;
  const FilterContext context = filter_context();
  const auto report =
      run_batch(input, output, {defaults, context}, std::vector<SearchFunction>(threads, echo));
  CHECK(report->answered == 1);
}

TEST_CASE("Several threads write what one writes", "[searcher][batch]") {
  std::string requests;
  for (int at = 0; at < 500; ++at) {
    const std::string query = at % 7 == 3 ? "fail" : "word " + std::to_string(at);
    requests += R"({"id": )" + std::to_string(at) + R"(, "query": ")" + query + "\"}\n";
    if (at % 11 == 5) requests += "no request\n\n";
  }
  const SearchFunction search = [](const Request& request) {
    std::this_thread::sleep_for(std::chrono::microseconds(request.query.size() % 3 * 100));
    return echo(request);
  };
  const Outcome alone = run(requests, {}, search);
  const Outcome together = run(requests, {}, search, 4);
  CHECK(alone.lines == together.lines);
  CHECK(alone.report.answered == together.report.answered);
  CHECK(alone.report.failed == together.report.failed);
}

TEST_CASE("A run that was broken off goes on behind its last answer", "[searcher][batch]") {
  const std::string requests =
      "{\"id\": \"a\", \"query\": \"one\"}\n\n"
      "no request\n"
      "{\"id\": \"c\", \"query\": \"three\"}\n"
      "{\"id\": \"d\", \"query\": \"\", \"limit\": 0}\n";
  const Outcome all = run(requests);
  REQUIRE(all.lines.size() == 4);
  for (std::size_t answers = 0; answers <= 4; ++answers) {
    CAPTURE(answers);
    BatchStart start{answers, ""};
    if (answers > 0) start.last_line_begin = all.lines[answers - 1].dump();
    const Outcome rest = run(requests, {}, echo, 2, start);
    CHECK(rest.lines == std::vector<Json>(all.lines.begin() + static_cast<std::ptrdiff_t>(answers),
                                          all.lines.end()));
  }
}

TEST_CASE("Answers of other requests are not gone on with", "[searcher][batch]") {
  const auto [answers, begin, why] = GENERATE(table<std::size_t, std::string, std::string>({
      {1, R"({"id":"b","query")", R"(answer 1 is not to the one with the id "a")"},
      {1, "", R"(answer 1 is not to the one with the id "a")"},
      {2, R"({"id":"b","query")", "answer 2 has no request"},
  }));
  std::istringstream input(R"({"id": "a", "query": "one"})");
  std::ostringstream output;
  const RequestDraft defaults;
  const FilterContext context = filter_context();
  const auto report =
      run_batch(input, output, {defaults, context}, {echo}, BatchStart{answers, begin});
  REQUIRE_FALSE(report);
  CHECK(report.error().message.find(why) != std::string::npos);
  CHECK(output.str().empty());
}

}  // namespace dateline
