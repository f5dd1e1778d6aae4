#include "searcher/commands.h"

#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "support/test_index.h"

namespace dateline {
namespace {

const std::vector<TestArticle> kArticles = {
    {"ferry",
     "Ferry line reopens",
     "The ferry between the two ports sails again.",
     "2021-05-18",
     {"GR", "TR"}},
    {"bridge",
     "A bridge for trains",
     "Engineers opened the bridge. The ferry will stop.",
     "2023-03-01",
     {"DK"}},
    {"choir", "Choir on tour", "The choir sang in the harbour.", "", {}},
};

// What a command reads and writes through the standard streams.
class StandardStreams {
 public:
  explicit StandardStreams(const std::string& input = "")
      : input_(input),
        cin_(std::cin.rdbuf(input_.rdbuf())),
        cout_(std::cout.rdbuf(output_.rdbuf())),
        cerr_(std::cerr.rdbuf(errors_.rdbuf())) {}
  ~StandardStreams() {
    std::cin.rdbuf(cin_);
    std::cout.rdbuf(cout_);
    std::cerr.rdbuf(cerr_);
    std::cin.clear();
  }
  StandardStreams(const StandardStreams&) = delete;
  StandardStreams& operator=(const StandardStreams&) = delete;

  std::string output() const { return output_.str(); }
  std::string errors() const { return errors_.str(); }

 private:
  std::istringstream input_;
  std::ostringstream output_;
  std::ostringstream errors_;
  std::streambuf* cin_;
  std::streambuf* cout_;
  std::streambuf* cerr_;
};

struct Outcome {
  std::optional<ExitStatus> status;  // none if the command failed
  std::string message;               // then
  std::string output;
  std::string errors;
};

// Runs `command --index INDEX` with further arguments.
Outcome run(const std::string& command, const TestIndex& index,
            const std::vector<std::string>& arguments, const std::string& input = "") {
  std::vector<std::string> all = {command, "--index", index.path().string()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const auto parsed = parse_search_command(all);
  REQUIRE(parsed);
  Outcome outcome;
  const StandardStreams streams(input);
  const auto status = run_search_command(*parsed);
  if (status) {
    outcome.status = *status;
  } else {
    outcome.message = status.error().message;
  }
  outcome.output = streams.output();
  outcome.errors = streams.errors();
  return outcome;
}

}  // namespace

TEST_CASE("A query prints passages, facets and counts", "[searcher][commands]") {
  const TestIndex index(kArticles);
  const Outcome outcome = run("query", index, {"ferry", "--color", "never"});
  CHECK(outcome.status == ExitStatus::kSuccess);
  CHECK(outcome.output.rfind("1  Ferry line reopens\n"
                             "   18 May 2021 · Greece, Turkey · test\n"
                             "   The ferry between the two ports sails again.\n",
                             0) == 0);
  CHECK(outcome.output.find("  Denmark ") != std::string::npos);
  CHECK(outcome.output.find("\n2 articles, ") != std::string::npos);
  CHECK(outcome.errors.empty());
}

TEST_CASE("A query prints JSON on request, with its filters resolved", "[searcher][commands]") {
  const TestIndex index(kArticles);
  const Outcome outcome = run("query", index,
                              {"ferry", "--format", "json", "--country", "Danmark", "--from",
                               "today-1y", "--now", "2023-12-31"});
  CHECK(outcome.status == ExitStatus::kSuccess);
  const auto answer = nlohmann::json::parse(outcome.output);
  CHECK(answer["query"]["filters"]["countries"] == nlohmann::json{"DK"});
  CHECK(answer["query"]["filters"]["from"] == "2022-12-31");
  REQUIRE(answer["passages"].size() == 1);
  CHECK(answer["passages"][0]["article"]["id"] == "bridge");
}

TEST_CASE("Matches are bold when colour is asked for", "[searcher][commands]") {
  const TestIndex index(kArticles);
  CHECK(run("query", index, {"choir", "--color", "always"}).output.find("\x1B[1mchoir\x1B[0m") !=
        std::string::npos);
}

TEST_CASE("A query that finds nothing says so", "[searcher][commands]") {
  const TestIndex index(kArticles);
  const Outcome outcome = run("query", index, {"zeppelin", "--from", "1999"});
  CHECK(outcome.status == ExitStatus::kIncomplete);
  CHECK(outcome.output.find("query: zeppelin\nfilters: from 1999\n0 articles") !=
        std::string::npos);
}

TEST_CASE("A batch answers each line and reports the failures", "[searcher][commands]") {
  const TestIndex index(kArticles);
  const Outcome good = run("batch", index, {"--limit", "1"}, "{\"id\": 5, \"query\": \"ferry\"}\n");
  CHECK(good.status == ExitStatus::kSuccess);
  CHECK(good.output.rfind("{\"id\":5,", 0) == 0);
  CHECK(nlohmann::json::parse(good.output)["passages"].size() == 1);
  CHECK(good.errors.empty());

  const Outcome bad = run("batch", index, {}, "{\"query\": \"\"}\n{\"query\": 7}\n");
  CHECK(bad.status == ExitStatus::kFailure);
  CHECK(bad.output.find("\"line\":2,\"error\":{\"code\":\"request\"") != std::string::npos);
  CHECK(bad.errors ==
        "dateline-search: 1 of 2 requests could not be answered; see the lines with \"error\"\n");
}

TEST_CASE("An article is shown with what is known of it", "[searcher][commands]") {
  const TestIndex index(kArticles);
  const Outcome text = run("show", index, {"choir"});
  CHECK(text.status == ExitStatus::kSuccess);
  CHECK(text.output.rfind("Choir on tour\n\nid          choir\ndate        undated\n", 0) == 0);
  const Outcome json = run("show", index, {"ferry", "--format", "json"});
  CHECK(nlohmann::json::parse(json.output)["countries"] == nlohmann::json{"GR", "TR"});
  CHECK(run("show", index, {"nobody"}).message == "no article has the id 'nobody'");
}

TEST_CASE("What is wrong with the filters or the index stops a command at once",
          "[searcher][commands]") {
  const TestIndex index(kArticles);
  for (const std::string command : {"query", "batch"}) {
    const Outcome outcome = run(command, index, {"--from", "soon"});
    CHECK_FALSE(outcome.status.has_value());
    CHECK(outcome.message.rfind("from: \"soon\" is not a date", 0) == 0);
    CHECK(outcome.output.empty());
  }
  const auto command = parse_search_command({"query", "--index", "/nowhere/at/all", "x"});
  REQUIRE(command);
  const auto status = run_search_command(*command);
  REQUIRE_FALSE(status);
  CHECK(status.error().kind == ErrorKind::kMissing);
}

TEST_CASE("Help goes to standard output", "[searcher][commands]") {
  const StandardStreams streams;
  const auto status = run_search_command(NoticeCommand{"help\n"});
  REQUIRE(status);
  CHECK(*status == ExitStatus::kSuccess);
  CHECK(streams.output() == "help\n");
}

}  // namespace dateline
