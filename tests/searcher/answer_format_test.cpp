#include "searcher/answer_format.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "support/markdown_table.h"
#include "tests/searcher/sample_answer.h"

namespace dateline {
namespace {

std::string country_name(CountryCode country) { return country.str(); }

std::string shown(OutputFormat format, const Answer& answer) {
  return answer_formats()[static_cast<std::size_t>(format)].answer(
      answer, {80, Emphasis::kPlain, country_name});
}

}  // namespace

TEST_CASE("Formats lie in the order of their numbers", "[searcher][answer_format]") {
  std::size_t number = 0;
  for (const AnswerFormat& format : answer_formats()) {
    CHECK(static_cast<std::size_t>(format.format) == number++);
    CHECK_FALSE(format.name.empty());
  }
}

TEST_CASE("ANSWER.md describes every format, and no other", "[searcher][answer_format]") {
  std::vector<std::string> documented;
  for (const MarkdownRow& row : markdown_table(DATELINE_SOURCE "/searcher/ANSWER.md", "format")) {
    documented.push_back(code_text(row.at(0)));
  }
  std::vector<std::string> known;
  for (const AnswerFormat& format : answer_formats()) known.emplace_back(format.name);
  CHECK(documented == known);
}

TEST_CASE("An answer without passages is empty in every format", "[searcher][answer_format]") {
  for (const OutputFormat format :
       {OutputFormat::kJsonLines, OutputFormat::kTrec, OutputFormat::kMarkdown,
        OutputFormat::kLangChain, OutputFormat::kLlamaIndex, OutputFormat::kHaystack}) {
    CHECK(shown(format, {}).empty());
  }
  CHECK(nlohmann::json::parse(shown(OutputFormat::kOpenAi, {}))["results"].empty());
  CHECK(shown(OutputFormat::kCsv, {}).starts_with("rank,score,id,"));
}

}  // namespace dateline
