#include "support/test_index.h"

#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "indexer/add_run.h"

namespace dateline {

TestIndex::TestIndex(const std::vector<std::vector<TestArticle>>& segments) {
  for (const auto& articles : segments) add(articles);
}

void TestIndex::add(const std::vector<TestArticle>& articles) {
  const auto input = folder_.path() / "articles.jsonl";
  std::ofstream lines(input);
  for (const TestArticle& article : articles) {
    lines << nlohmann::json{{"id", article.id},
                            {"title", article.title},
                            {"text", article.text},
                            {"date", article.date},
                            {"countries", article.countries},
                            {"language", article.language},
                            {"source", article.source}}
                 .dump()
          << '\n';
  }
  lines.close();
  std::string problems;
  const auto summary = run_add({path(),
                                {input.string()},
                                1,
                                [&problems](const std::string& message) { problems += message; },
                                [](const AddProgress&) {}});
  REQUIRE(summary);
  REQUIRE(problems.empty());
}

}  // namespace dateline
