#include "searcher/evaluation/topics.h"

#include <sstream>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

Result<std::vector<Topic>> read(const std::string& text) {
  std::istringstream input(text);
  return read_topics(input, "topics");
}

}  // namespace

TEST_CASE("Topics are read from JSON lines", "[searcher][topics]") {
  const auto topics = read(
      R"({"_id": "q1", "text": "ferry", "metadata": {"date": "2020-01-03", "answer": ["a", "b"]}})"
      "\n\n"
      R"({"id": 7, "query": "bridge"})");
  REQUIRE(topics);
  REQUIRE(topics->size() == 2);
  CHECK(topics->at(0).id == "q1");
  CHECK(topics->at(0).text == "ferry");
  CHECK(topics->at(0).first("date") == "2020-01-03");
  CHECK(topics->at(0).metadata.at("answer") == std::vector<std::string>{"a", "b"});
  CHECK(topics->at(0).first("place").empty());
  CHECK(topics->at(1).id == "7");
  CHECK(topics->at(1).text == "bridge");
}

TEST_CASE("Topics are read from TREC's markup, titles over several lines", "[searcher][topics]") {
  const auto topics = read(
      "<top>\n<num> Number: 301\n<title> Topic: Ferry\n  timetables\n<desc> Description:\n"
      "Find them.\n</top>\n<top>\n<num> 302 </num>\n<title>bridges</title>\n</top>\n");
  REQUIRE(topics);
  REQUIRE(topics->size() == 2);
  CHECK(topics->at(0).id == "301");
  CHECK(topics->at(0).text == "Ferry timetables");
  CHECK(topics->at(1).id == "302");
  CHECK(topics->at(1).text == "bridges");
}

TEST_CASE("Topics that are none are named with their line", "[searcher][topics]") {
  const std::string second = GENERATE(as<std::string>(), "[1]", "{\"text\": \"x\"}",
                                      "{\"_id\": ", std::string(100, '[') + std::string(100, ']'));
  const auto topics = read("{\"_id\": \"1\", \"text\": \"x\"}\n" + second + "\n");
  REQUIRE_FALSE(topics);
  CHECK(topics.error().message ==
        "topics:2: expected a JSON object with an \"_id\" and a \"text\"");
  REQUIRE_FALSE(read(""));
  CHECK(read("").error().message == "topics has no queries");
}

}  // namespace dateline
