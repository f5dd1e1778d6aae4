#include "searcher/answer_json.h"

#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/searcher/documented_fields.h"
#include "tests/searcher/sample_answer.h"

namespace dateline {
namespace {

nlohmann::ordered_json parsed(const Answer& answer) {
  return nlohmann::ordered_json::parse(to_json(answer, JsonLayout::kOneLine));
}

std::string example_of_answer_md() {
  std::ifstream file(DATELINE_SOURCE "/searcher/ANSWER.md");
  std::stringstream text;
  text << file.rdbuf();
  const std::string begin = "```json\n";
  const std::size_t start = text.str().find(begin) + begin.size();
  return text.str().substr(start, text.str().find("\n```", start) - start);
}

}  // namespace

TEST_CASE("An answer has exactly the fields that ANSWER.md documents", "[searcher][answer_json]") {
  FieldTypes documented = documented_fields("field");
  const FieldTypes found = fields_of(parsed(sample_answer()));
  for (const auto& [path, type] : found) {
    CAPTURE(path, type);
    REQUIRE(documented.count(path) == 1);
    CHECK(fits(type, documented[path]));
    documented.erase(path);
  }
  CHECK(documented.empty());
}

TEST_CASE("The example of ANSWER.md is what is printed", "[searcher][answer_json]") {
  CHECK(to_json(sample_answer(), JsonLayout::kIndented) == example_of_answer_md());
}

TEST_CASE("An answer without anything keeps its shape", "[searcher][answer_json]") {
  CHECK(
      to_json(Answer{}, JsonLayout::kOneLine) ==
      R"({"query":{"text":"","understood":"","did_you_mean":null,"corrected":false,"synonyms":[],"interpreted":[],"interpretation_applied":false,"relaxed":false,"expanded":false,"like":null,"sort":"relevance","fold":"copies","recency_days":null,"min_match":0,"filters":{"countries":[],"all_countries":[],)"
      R"("not_countries":[],"from":null,"to":null,"as_of":null,"undated":"include","source":[],)"
      R"("language":[]}},"total":{"articles":0,"groups":0,"exact":true},"took_ms":0,"passages":[],"left_out":{"passages":0,"repeated":0,"articles":[]},)"
      R"("facets":{},"cursor":null})");
}

TEST_CASE("An article of which nothing is known has nulls where the type promises them",
          "[searcher][answer_json]") {
  Answer answer = sample_answer();
  answer.passages[0].article = {};
  FieldTypes documented = documented_fields("field");
  for (const auto& [path, type] : fields_of(parsed(answer))) {
    CAPTURE(path, type);
    CHECK(fits(type, documented[path]));
  }
}

TEST_CASE("Whether words were added is shown", "[searcher][answer_json]") {
  Answer answer;
  answer.expanded = true;
  CHECK(parsed(answer)["query"]["expanded"] == true);
}

TEST_CASE("How articles are sorted and whether all are counted is shown",
          "[searcher][answer_json]") {
  Answer answer;
  answer.sort = Sort::kOldest;
  answer.total_is_exact = false;
  CHECK(parsed(answer)["query"]["sort"] == "oldest");
  CHECK(parsed(answer)["total"]["exact"] == false);
  answer.sort = Sort::kNewest;
  CHECK(parsed(answer)["query"]["sort"] == "newest");
}

TEST_CASE("The filter for undated articles is shown as it works", "[searcher][answer_json]") {
  const auto shown = [](const Filters& filters) {
    Answer answer;
    answer.filters = filters;
    return parsed(answer)["query"]["filters"]["undated"].get<std::string>();
  };
  Filters filters;
  CHECK(shown(filters) == "include");
  filters.to = Date{2023, 0, 0};
  CHECK(shown(filters) == "exclude");
  filters.undated = Undated::kInclude;
  CHECK(shown(filters) == "include");
  filters.undated = Undated::kExclude;
  CHECK(shown(filters) == "exclude");
  filters.undated = Undated::kOnly;
  CHECK(shown(filters) == "only");
}

TEST_CASE("Scores have six digits and times three decimals", "[searcher][answer_json]") {
  const auto [number, score, took] = GENERATE(table<double, std::string, std::string>({
      {0.0, "0", "0"},
      {1.0, "1", "1"},
      {0.1 + 0.2, "0.3", "0.3"},
      {2.0 / 3, "0.666667", "0.667"},
      {0.000123456789, "0.000123457", "0"},
      {12.3456789, "12.3457", "12.346"},
      {-1.5, "-1.5", "-1.5"},
  }));
  Answer answer = sample_answer();
  answer.passages[0].score = number;
  answer.took_ms = number;
  const std::string json = to_json(answer, JsonLayout::kOneLine);
  CHECK(json.find("\"score\":" + score + ',') != std::string::npos);
  CHECK(json.find("\"took_ms\":" + took + ',') != std::string::npos);
}

TEST_CASE("Text that is not UTF-8 does not stop an answer", "[searcher][answer_json]") {
  Answer answer;
  answer.query = "caf\xE9";
  CHECK(to_json(answer, JsonLayout::kOneLine).find("caf\uFFFD") != std::string::npos);
}

TEST_CASE("The lines of a batch have the id first", "[searcher][answer_json]") {
  const std::string object = to_json(sample_answer(), JsonLayout::kOneLine);
  CHECK(answer_line("\"q\"", sample_answer()) == "{\"id\":\"q\"," + object.substr(1) + '\n');
  const Error error{ErrorKind::kRequest, "limit must be ...", "  excerpt"};
  CHECK(error_line("7", 3, error) ==
        R"({"id":7,"line":3,"error":{"code":"request","message":"limit must be ..."}})"
        "\n");
}

TEST_CASE("Both layouts hold the same", "[searcher][answer_json]") {
  CHECK(nlohmann::ordered_json::parse(to_json(sample_answer(), JsonLayout::kIndented)) ==
        parsed(sample_answer()));
}

}  // namespace dateline
