#include "searcher/feedback.h"

#include <catch2/catch.hpp>

#include "searcher/query_parser.h"
#include "searcher/search.h"
#include "support/test_index.h"

namespace dateline {
namespace {

// Two articles about exports of wheat share "grain"; one that has only "wheat" has it, too, and
// another one has not. The others make "grain" a rare word.
TestIndex index_about_wheat() {
  std::vector<TestArticle> articles = {
      {"a", "Wheat exports", "Exports of wheat: the grain left by ship.", "", {}},
      {"b", "Wheat exports", "Wheat exports rose, and grain was loaded.", "", {}},
      {"with", "", "Fields of wheat, and grain in every single barn here.", "", {}},
      {"without", "", "Fields of wheat, and poppies in every field here.", "", {}},
  };
  for (int number = 0; number < 60; ++number) {
    articles.push_back({"other" + std::to_string(number),
                        "",
                        "The choir sang in the church on Sunday evening.",
                        "",
                        {}});
  }
  return TestIndex(articles);
}

std::string order(const TestIndex& index, Expand expand) {
  Searcher searcher = *Searcher::open(index.path());
  const auto answer = searcher.search({.query = "wheat exports", .expand = expand});
  REQUIRE(answer);
  CHECK(answer->expanded == (expand == Expand::kOn));
  CHECK(answer->total_articles == 4);
  std::string ids;
  for (const Passage& passage : answer->passages) {
    ids += (ids.empty() ? "" : " ") + passage.article.id;
  }
  return ids;
}

}  // namespace

TEST_CASE("Topics and questions gain from feedback, headlines do not", "[searcher][feedback]") {
  const auto [text, gains] = GENERATE(table<std::string, bool>({
      {"wheat", true},
      {"wheat exports", true},
      {"grain exports of Argentina", true},
      {"ferry sinks off Lima, crew saved", false},
      {"what is known about the effects of drought on the exports of wheat", true},
      {"drought wheat exports Argentina ports strike crew pay talks end deal signed ministers "
       "cheer",
       false},
      {"", false},
      {"-wheat", false},
      {"\"wheat exports\"", false},
      {"wheat \"grain terminal\"", false},
  }));
  CAPTURE(text);
  CHECK(gains_from_feedback(*parse_query(text)) == gains);
}

TEST_CASE("Articles that share words with the best ones move up", "[searcher][feedback]") {
  const TestIndex index = index_about_wheat();
  const std::string plain = order(index, Expand::kOff);
  const std::string expanded = order(index, Expand::kOn);
  CAPTURE(plain, expanded);
  CHECK(plain.ends_with("without with"));
  CHECK(expanded.ends_with("with without"));
}

}  // namespace dateline
