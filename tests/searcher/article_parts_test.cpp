#include "searcher/article_parts.h"

#include <filesystem>

#include <catch2/catch.hpp>

#include "searcher/search.h"
#include "support/test_index.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

TestIndex index_of_two_segments() {
  std::vector<std::vector<TestArticle>> segments(2);
  for (int number = 0; number < 200; ++number) {
    std::string text = "The " + std::string(number % 3 == 0 ? "harbour" : "market") +
                       " opened on Monday. Ferries left for the island.\n\nNobody spoke of fees.";
    if (number % 5 == 0) text += " Harbour fees rose again, and harbour fees are high.";
    if (number % 7 == 0) text += " Hafen und Gebühren.";
    segments[number % 2].push_back(
        {"a" + std::to_string(number),
         number % 4 == 0 ? "Harbour fees" : "On Monday",
         text,
         number % 9 == 0 ? "" : "2024-05-" + std::to_string(10 + number % 15),
         {},
         number % 7 == 0 ? "de" : "en"});
  }
  return TestIndex(segments);
}

double sum_of(const Explanation& explanation) {
  double sum = 0;
  for (const ArticleWordPart& word : explanation.article_words) sum += word.score;
  return sum;
}

double own_sum_of(const Explanation& explanation) {
  double sum = explanation.closeness + explanation.phrases + explanation.opening;
  for (const PassageWordPart& word : explanation.passage_words) sum += word.score;
  return sum;
}

// The parts of each passage add up to its score, and telling them changes no score.
void check_parts(Searcher& searcher, Request request) {
  request.explain = true;
  const auto answer = searcher.search(request);
  REQUIRE(answer);
  for (const Passage& passage : answer->passages) {
    CAPTURE(request.query, passage.article.id);
    REQUIRE(passage.explanation);
    const Explanation& parts = *passage.explanation;
    CHECK(parts.article.share + parts.passage.share == Approx(passage.score).margin(1e-12));
    // Ranking adds floats, and fades to a float.
    CHECK(parts.recency * sum_of(parts) == Approx(parts.article.score).epsilon(1e-6).margin(1e-9));
    CHECK(parts.recency * own_sum_of(parts) == Approx(parts.passage.score).margin(1e-9));
    CHECK(parts.article.score <= parts.article.best);
    CHECK(parts.passage.score <= parts.passage.best);
  }
  request.explain = false;
  const auto plain = searcher.search(request);
  REQUIRE(plain->passages.size() == answer->passages.size());
  for (std::size_t at = 0; at < plain->passages.size(); ++at) {
    CHECK_FALSE(plain->passages[at].explanation);
    CHECK(plain->passages[at].score == answer->passages[at].score);
  }
}

std::vector<Request> varied_requests() {
  std::vector<Request> requests;
  for (const char* query : {"harbour fees", "\"harbour fees\" monday", "ferries^3 OR title:harbour",
                            "fee* island -nothing", "harbour", "zeppelin", "",
                            "what is known of the harbour and of fees on the island"}) {
    for (const Expand expand : {Expand::kOff, Expand::kOn}) {
      for (const Sort sort : {Sort::kRelevance, Sort::kNewest}) {
        Request request{.query = query, .sort = sort, .expand = expand};
        requests.push_back(request);
        request.recency = Recency{7, 19'860};
        requests.push_back(request);
      }
    }
  }
  return requests;
}

}  // namespace

TEST_CASE("The parts add up to the score, whatever it is made of", "[searcher][explain]") {
  const TestIndex index = index_of_two_segments();
  if (GENERATE(false, true)) {  // without the fast files
    for (const auto& entry : fs::recursive_directory_iterator(index.path())) {
      if (entry.path().filename() == "impacts") fs::remove(entry.path());
    }
  }
  for (const char* rules :
       {"", "harbour, hafen\nfees => island ferries, monday\nferries => fees"}) {
    const auto synonyms = parse_synonyms(rules, "file");
    REQUIRE(synonyms);
    Searcher searcher = *Searcher::open(index.path(), std::make_shared<Synonyms>(*synonyms));
    for (const Request& request : varied_requests()) check_parts(searcher, request);
  }
}

TEST_CASE("A word with synonyms is explained as one", "[searcher][explain]") {
  const TestIndex index(
      {{"a", "Uk votes", "The UK voted. Britain and the United Kingdom.", "", {}}});
  const auto synonyms = parse_synonyms("uk => united kingdom, britain", "file");
  Searcher searcher = *Searcher::open(index.path(), std::make_shared<Synonyms>(*synonyms));
  Request request;
  request.query = "uk";
  request.explain = true;
  const auto answer = searcher.search(request);
  REQUIRE(answer);
  REQUIRE(answer->passages.size() == 1);
  const Explanation& parts = *answer->passages[0].explanation;
  REQUIRE(parts.article_words.size() == 1);
  CHECK(parts.article_words[0].term == "uk | unit kingdom | britain");
  CHECK(parts.article_words[0].in_title == 1);
  CHECK(parts.article_words[0].in_body == 3);
  REQUIRE(parts.passage_words.size() == 1);
  CHECK(parts.passage_words[0].term == "uk | unit kingdom | britain");
  CHECK(parts.passage_words[0].occurrences == 3);
}

TEST_CASE("Words, where they are and whether they were added are told", "[searcher][explain]") {
  std::vector<TestArticle> articles = {
      {"a", "Wheat exports", "Exports of wheat: the grain left by ship.", "", {}},
      {"b", "Wheat exports", "Wheat exports rose, and grain was loaded.", "", {}}};
  for (int number = 0; number < 60; ++number) {
    articles.push_back({"o" + std::to_string(number), "", "The choir sang on Sunday.", "", {}});
  }
  const TestIndex index(articles);
  Searcher searcher = *Searcher::open(index.path());
  Request request;
  request.query = "wheat exports";
  request.explain = true;
  request.expand = Expand::kOn;
  const auto answer = searcher.search(request);
  REQUIRE(answer);
  REQUIRE(answer->passages.size() == 2);
  const Explanation& parts = *answer->passages[0].explanation;
  REQUIRE(parts.article_words.size() >= 3);
  CHECK(parts.article_words[0].term == "wheat");
  CHECK(parts.article_words[0].in_title == 1);
  CHECK(parts.article_words[0].in_body == 1);
  CHECK_FALSE(parts.article_words[0].added);
  CHECK(
      std::any_of(parts.article_words.begin(), parts.article_words.end(),
                  [](const ArticleWordPart& word) { return word.term == "grain" && word.added; }));
  REQUIRE(parts.passage_words.size() == 2);
  CHECK(parts.passage_words[1].term == "export");
  CHECK(parts.passage_words[1].in_title == 1);
  CHECK(parts.passage_words[1].occurrences == 1);
}

}  // namespace dateline
