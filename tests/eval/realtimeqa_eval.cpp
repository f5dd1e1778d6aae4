// 26,760 dated articles and 7,872 questions: is everything indexed and every question answered, and
// do the filters agree with the articles' own metadata?
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "environment.h"
#include "searcher/search.h"

namespace dateline {
namespace {

using Json = nlohmann::json;

std::vector<Json> read_lines(const std::filesystem::path& path) {
  std::vector<Json> lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) lines.push_back(Json::parse(line));
  return lines;
}

// The dates that the publishers gave, by id.
const std::map<std::string, std::string>& true_dates() {
  static const std::map<std::string, std::string> dates = [] {
    std::map<std::string, std::string> by_id;
    std::ifstream file(path_from_environment("DATELINE_REALTIMEQA") / "corpus.jsonl");
    for (std::string line; std::getline(file, line);) {
      const Json article = Json::parse(line);
      by_id[article.at("_id")] = article.at("metadata").at("date");
    }
    return by_id;
  }();
  return dates;
}

Searcher open_searcher() {
  auto searcher = Searcher::open(path_from_environment("DATELINE_REALTIMEQA_INDEX"));
  REQUIRE(searcher);
  return std::move(*searcher);
}

}  // namespace

TEST_CASE("Every article is there, under the date its publisher gave", "[realtimeqa]") {
  Searcher searcher = open_searcher();
  const auto answer = searcher.search({.query = ""});
  REQUIRE(answer);
  CHECK(answer->total_articles == 26760);
  std::size_t right = 0;
  for (const auto& [id, date] : true_dates()) {
    const auto article = searcher.article(id);
    REQUIRE(article);
    if (to_iso(article->date.date) == date) ++right;
  }
  std::cout << "dates equal to the metadata: " << right << " of " << true_dates().size() << '\n';
  CHECK(right == true_dates().size());
}

TEST_CASE("A date filter passes exactly the articles of those days", "[realtimeqa]") {
  Searcher searcher = open_searcher();
  const auto [from, to] = GENERATE(table<std::string, std::string>({
      {"2020-01-01", "2020-01-14"},
      {"2022-02-24", "2022-02-24"},
      {"2019-12-25", "2020-01-05"},
      {"2012-01-01", "2014-12-31"},
  }));
  std::size_t expected = 0;
  for (const auto& [id, date] : true_dates()) expected += from <= date && date <= to ? 1 : 0;
  const auto answer =
      searcher.search({.query = "",
                       .filters = {.from = parse_iso_date(from), .to = parse_iso_date(to)},
                       .limit = 1000,
                       .per_article = 1});
  REQUIRE(answer);
  CAPTURE(from, to);
  CHECK(answer->total_articles == expected);
  for (const Passage& passage : answer->passages) {
    const std::string& date = true_dates().at(passage.article.id);
    CHECK((from <= date && date <= to));
  }
}

TEST_CASE("A country filter passes exactly the articles about the country", "[realtimeqa]") {
  Searcher searcher = open_searcher();
  const auto everything = searcher.search({.query = "", .facet_limit = 300});
  REQUIRE(everything);
  const auto& countries = everything->facets.front();
  REQUIRE(countries.name == "country");
  for (const char* code : {"UA", "CN", "IR", "FR"}) {
    CAPTURE(code);
    const CountryCode country{code[0], code[1]};
    const auto filtered = searcher.search({.query = "president",
                                           .filters = {.countries = {country}},
                                           .limit = 1000,
                                           .per_article = 1});
    const auto all = searcher.search({.query = "", .filters = {.countries = {country}}});
    REQUIRE((filtered && all));
    const auto facet = std::find_if(countries.values.begin(), countries.values.end(),
                                    [&](const FacetValue& value) { return value.value == code; });
    REQUIRE(facet != countries.values.end());
    CHECK(all->total_articles == facet->count);
    CHECK(filtered->total_articles > 0);
    for (const Passage& passage : filtered->passages) {
      const auto& about = passage.article.countries;
      CHECK(std::find(about.begin(), about.end(), country) != about.end());
    }
  }
}

TEST_CASE("The batch has answered every question, in order", "[realtimeqa]") {
  const auto questions = read_lines(path_from_environment("DATELINE_REALTIMEQA") / "queries.jsonl");
  std::ifstream answers(path_from_environment("DATELINE_REALTIMEQA_ANSWERS"));
  std::size_t answered = 0;
  std::size_t with_passages = 0;
  std::size_t with_the_answer = 0;
  for (std::string line; std::getline(answers, line);) {
    const Json answer = Json::parse(line);
    REQUIRE(answered < questions.size());
    const Json& question = questions[answered++];
    REQUIRE(answer.at("id") == question.at("_id"));
    REQUIRE_FALSE(answer.contains("error"));
    if (answer.at("passages").empty()) continue;
    ++with_passages;
    const auto says = [&](const Json& wanted) {
      const auto top = std::min<std::size_t>(5, answer.at("passages").size());
      for (std::size_t at = 0; at < top; ++at) {
        const auto& text = answer.at("passages")[at].at("text").get_ref<const std::string&>();
        if (text.find(wanted.get<std::string>()) != std::string::npos) return true;
      }
      return false;
    };
    const Json& wanted = question.at("metadata").at("answer");
    if (std::any_of(wanted.begin(), wanted.end(), says)) ++with_the_answer;
  }
  std::cout << "questions answered: " << answered << ", with passages: " << with_passages
            << ", with the answer's words in the first five: " << with_the_answer << '\n';
  CHECK(answered == questions.size());
  CHECK(with_passages == questions.size());
}

}  // namespace dateline
