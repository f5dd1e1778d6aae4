#include "searcher/evaluation/topic_search.h"

#include <catch2/catch.hpp>

#include "tests/searcher/few_countries.h"

namespace dateline {
namespace {

const std::vector<Topic> kTopics = {
    {"q1", "ferry", {{"place", {"AZ"}}, {"day", {"2020-01-15"}}, {"answer", {"The Blue Ferry"}}}},
    {"q2", "bridge", {{"day", {"2021-03-01"}}}},
};

Passage passage(std::size_t rank, const std::string& id, double score, const std::string& text) {
  Passage passage;
  passage.rank = rank;
  passage.score = score;
  passage.text = text;
  passage.article.id = id;
  return passage;
}

// Remembers what was asked and answers everything alike.
struct Asked {
  std::vector<Request> requests;
  SearchFunction search = [this](const Request& request) -> Result<Answer> {
    requests.push_back(request);
    Answer answer;
    answer.passages = {passage(1, "a", 0.9, "A ferry, blue"),
                       passage(2, "b", 0.9, "It was the blue-ferry."),
                       passage(3, "c", 0.5, "the blue ferry")};
    return answer;
  };
};

}  // namespace

TEST_CASE("Topics are asked with the filters that their metadata name",
          "[searcher][topic_search]") {
  Asked asked;
  TopicReading reading;
  reading.defaults.filters.from = "today-14d";
  reading.countries_key = "place";
  reading.now_key = "day";
  reading.depth = 50;
  const auto run = run_topics(kTopics, reading, filter_context(), asked.search);
  REQUIRE(run);
  REQUIRE(asked.requests.size() == 2);
  CHECK(asked.requests[0].query == "ferry");
  CHECK(asked.requests[0].per_article == 1);
  CHECK(asked.requests[0].fold == Fold::kNone);
  CHECK(asked.requests[0].limit == 50);
  CHECK(asked.requests[0].filters.countries == std::vector<CountryCode>{{'A', 'Z'}});
  CHECK(to_iso(*asked.requests[0].filters.from) == "2020-01-01");
  CHECK(asked.requests[1].filters.countries.empty());
  CHECK(to_iso(*asked.requests[1].filters.from) == "2021-02-15");
  const Ranking& ranking = run->at("q1");
  REQUIRE(ranking.size() == 3);
  CHECK(ranking[0].id == "b");  // as trec_eval orders equal scores
}

TEST_CASE("A topic without the day it should have is named", "[searcher][topic_search]") {
  Asked asked;
  TopicReading reading;
  reading.now_key = "when";
  const auto run = run_topics(kTopics, reading, filter_context(), asked.search);
  REQUIRE_FALSE(run);
  CHECK(run.error().message == "query q1: its metadata have no day under 'when'");
}

TEST_CASE("Answers are looked for word by word in the passages", "[searcher][topic_search]") {
  Asked asked;
  TopicReading reading;
  reading.answers_key = "answer";
  const auto ranks = ranks_of_answers(kTopics, reading, filter_context(), asked.search);
  REQUIRE(ranks);
  CHECK(*ranks == AnswerRanks{{"q1", 2}});
  CHECK(asked.requests.at(0).per_article == Request{}.per_article);
  CHECK(asked.requests.at(0).fold == Fold::kCopies);
}

TEST_CASE("Answers are looked for in what fills a budget, and in the best that fit in their order",
          "[searcher][topic_search]") {
  std::vector<Request> requests;
  const SearchFunction search = [&](const Request& request) -> Result<Answer> {
    requests.push_back(request);
    Answer answer;
    answer.passages = {passage(1, "a", 0.9, "A ferry, blue")};
    // A packed answer skips what is too long; the others list it.
    if (request.max_tokens == 0) {
      answer.passages.push_back(passage(2, "b", 0.8, std::string(4000, 'x')));
    }
    answer.passages.push_back(passage(3, "c", 0.5, "the blue ferry"));
    return answer;
  };
  TopicReading reading;
  reading.answers_key = "answer";
  reading.defaults.request.max_tokens = 200;
  const auto found = answers_in_budget(kTopics, reading, filter_context(), search);
  REQUIRE(found);
  CHECK(found->packed == std::vector<double>{1});
  CHECK(found->greedy == std::vector<double>{0});
  REQUIRE(requests.size() == 2);
  CHECK(requests[0].max_tokens == 200);
  CHECK(requests[1].max_tokens == 0);
}

TEST_CASE("Answers are looked for likewise in passages of others", "[searcher][topic_search]") {
  CHECK(ranks_of_answers(kTopics, "answer",
                         {{"q1", {"A ferry, blue", "so the BLUE ferry came", "the blue ferry"}}}) ==
        AnswerRanks{{"q1", 2}});
  CHECK(ranks_of_answers(kTopics, "answer", {{"q1", {"blue"}}}) == AnswerRanks{{"q1", 0}});
  CHECK(ranks_of_answers(kTopics, "answer", {{"q2", {"the blue ferry"}}}) ==
        AnswerRanks{{"q1", 0}});
}

}  // namespace dateline
