#include "searcher/spelling.h"

#include <catch2/catch.hpp>

#include "searcher/query_parser.h"
#include "searcher/search.h"
#include "support/test_index.h"

namespace dateline {
namespace {

const std::vector<TestArticle> kArticles = {
    {"1",
     "Vaccines",
     "Vaccines arrive in Azerbaijan; doctors welcome the vaccines.",
     "2023-01-01",
     {"AZ"}},
    {"2", "", "The vaccine reached Baku. Ministers met.", "2023-02-01", {"AZ"}},
    {"3", "", "Die Regierung in Wien berät über Impfstoffe.", "2023-03-01", {"AT"}, "de"},
    {"4", "", "Переговоры прошли в Баку.", "2024-01-01", {"AZ"}, "ru"},
    {"5", "", "Doctrine and doctoring.", "2024-01-01", {"GB"}},
};

std::string suggestion(const std::string& text) {
  static const TestIndex index(kArticles);
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  Analyzer analyzer;
  const std::vector<std::string> languages = {"de", "en", "ru"};
  return corrected(text, *parse_query(text), {*snapshot}, languages, analyzer).value_or("");
}

}  // namespace

TEST_CASE("Words that no article has are corrected", "[searcher][spelling]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"vacine", "vaccine"},
      {"vaccime in Azerbiajan", "vaccine in azerbaijan"},
      {"ministres,  vaccine", "ministers,  vaccine"},
      {"regirung", "regierung"},
      {"перегворы", "переговоры"},
      {"(docters)", "(doctors)"},
      {"vaccine", ""},
      {"doctors ministers", ""},
      {"zzzzzz", ""},
      {"vac", ""},
      {"b4ku", ""},
      {"\"vacine trial\"", ""},
      {"-vacine", ""},
      {"", ""},
  }));
  CAPTURE(text);
  CHECK(suggestion(text) == expected);
}

TEST_CASE("A correction is told of, and looked for where nothing else is found",
          "[searcher][spelling]") {
  const TestIndex index(kArticles);
  auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);
  Request request;
  request.query = "vacine";
  auto answer = searcher->search(request);
  REQUIRE(answer);
  CHECK(answer->did_you_mean == "vaccine");
  CHECK(answer->corrected);
  CHECK(answer->query == "vacine");
  CHECK(answer->understood == "vaccine");
  CHECK(answer->total_articles == 2);

  request.query = "vacine ministers";
  answer = searcher->search(request);
  REQUIRE(answer);
  CHECK(answer->did_you_mean == "vaccine ministers");
  CHECK_FALSE(answer->corrected);
  CHECK(answer->total_articles == 1);

  request.query = "vaccine";
  CHECK(searcher->search(request)->did_you_mean.empty());
  request.query = "vacine";
  request.filters.as_of = Date{2022, 1, 1};
  CHECK(searcher->search(request)->did_you_mean.empty());
}

}  // namespace dateline
