#include "searcher/synonym_postings.h"

#include <algorithm>
#include <memory>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "searcher/search.h"
#include "support/test_index.h"

namespace dateline {
namespace {

const std::vector<std::string> kWords = {"lima",  "oslo",  "rome",  "cairo", "delhi",
                                         "sofia", "tunis", "quito", "baku",  "riga"};

std::string random_text(std::mt19937& random, std::size_t words) {
  std::string text;
  for (std::size_t at = 0; at < words; ++at) {
    if (at > 0) text += random() % 9 == 0 ? ". " : " ";
    text += kWords[std::min(random() % kWords.size(), random() % kWords.size())];
  }
  return text;
}

std::vector<TestArticle> random_articles(std::mt19937& random, int count) {
  std::vector<TestArticle> articles;
  for (int at = 0; at < count; ++at) {
    articles.push_back({"a" + std::to_string(at),
                        random_text(random, 1 + random() % 3),
                        random_text(random, 4 + random() % 12),
                        "2021-05-18",
                        {}});
  }
  return articles;
}

std::shared_ptr<const Synonyms> synonyms_of(const std::string& text) {
  const auto synonyms = parse_synonyms(text, "words.txt");
  REQUIRE(synonyms);
  return std::make_shared<Synonyms>(*synonyms);
}

Request all_of(const std::string& query) {
  Request request;
  request.query = query;
  request.limit = kMaxLimit;
  request.per_article = 1;
  request.fold = Fold::kNone;
  request.expand = Expand::kOff;
  return request;
}

Answer answer_of(const TestIndex& index, std::shared_ptr<const Synonyms> synonyms,
                 const Request& request) {
  auto searcher = Searcher::open(index.path(), std::move(synonyms));
  REQUIRE(searcher);
  auto answer = searcher->search(request);
  REQUIRE(answer);
  return *std::move(answer);
}

// None if only a corrected query found them.
std::set<std::string> ids_of(const Answer& answer) {
  std::set<std::string> ids;
  if (answer.corrected) return ids;
  for (const Passage& passage : answer.passages) ids.insert(passage.article.id);
  return ids;
}

std::string with_word_replaced(const std::string& text, const std::string& word,
                               const std::string& by) {
  std::string out = text;
  for (std::size_t at = out.find(word); at != std::string::npos;
       at = out.find(word, at + by.size())) {
    out.replace(at, word.size(), by);
  }
  return out;
}

}  // namespace

TEST_CASE("A query with synonyms finds what it finds with each of them", "[searcher][synonyms]") {
  std::mt19937 random(41);
  std::size_t found_more = 0;
  for (int round = 0; round < 8; ++round) {
    const TestIndex index(std::vector<std::vector<TestArticle>>{random_articles(random, 30),
                                                                random_articles(random, 12)});
    for (int asked = 0; asked < 40; ++asked) {
      const auto any = [&random] { return kWords[random() % kWords.size()]; };
      // One word or two for one word or a phrase.
      const std::string from = random() % 2 == 0 ? any() : any() + " " + any();
      const std::string to = random() % 2 == 0 ? any() : any() + " " + any();
      const std::string other = any();
      const bool to_is_phrase = to.find(' ') != std::string::npos;
      const std::string quoted_to = to_is_phrase ? "\"" + to + "\"" : to;
      struct Shape {
        std::string with, without;
      };
      const std::vector<Shape> shapes = {
          {from, quoted_to},
          {"(" + from + ") AND \"" + other + "\"", quoted_to + " AND \"" + other + "\""},
          {"(" + from + ") -" + other, quoted_to + " -" + other},
          {"title:(" + from + ")", "title:" + quoted_to},
      };
      const Shape& shape = shapes[random() % shapes.size()];
      // Of several words any will do unless all are asked for.
      Request request = all_of(shape.with);
      request.count = request.facets = random() % 2 == 0;
      CAPTURE(from, to, shape.with, shape.without);
      const auto typed = ids_of(answer_of(index, nullptr, request));
      const auto synonym = ids_of(answer_of(index, nullptr, all_of(shape.without)));
      std::set<std::string> either = typed;
      either.insert(synonym.begin(), synonym.end());
      const Answer answer = answer_of(index, synonyms_of(from + " => " + to), request);
      if (from == to) continue;
      CHECK(ids_of(answer) == either);
      if (!answer.corrected) CHECK(answer.total_articles == either.size());
      CHECK(answer.synonyms == std::vector<AddedSynonyms>{{from, {to}}});
      found_more += either.size() - typed.size();
    }
  }
  CHECK(found_more > 500);
}

TEST_CASE("All words of a query are there where a synonym of several is", "[searcher][synonyms]") {
  std::mt19937 random(42);
  const TestIndex index(random_articles(random, 80));
  Request both = all_of("lima oslo");
  both.min_match = MinMatch{100, true};
  std::set<std::string> either = ids_of(answer_of(index, nullptr, both));
  const std::size_t typed = either.size();
  for (const std::string& id : ids_of(answer_of(index, nullptr, all_of("quito")))) {
    either.insert(id);
  }
  CHECK(either.size() > typed);
  CHECK(ids_of(answer_of(index, synonyms_of("lima oslo => quito"), both)) == either);
}

TEST_CASE("Articles are ranked as if synonyms were one word", "[searcher][synonyms]") {
  std::mt19937 random(43);
  for (int round = 0; round < 6; ++round) {
    const auto first = random_articles(random, 40);
    const auto second = random_articles(random, 15);
    auto one_word = std::vector<std::vector<TestArticle>>{first, second};
    for (auto& segment : one_word) {
      for (TestArticle& article : segment) {
        article.title = with_word_replaced(article.title, "oslo", "lima");
        article.text = with_word_replaced(article.text, "oslo", "lima");
      }
    }
    const TestIndex index(std::vector<std::vector<TestArticle>>{first, second});
    const TestIndex merged(one_word);
    for (const std::string query : {"lima", "oslo", "oslo lima", "lima rome", "rome oslo baku"}) {
      for (const bool counts : {true, false}) {
        Request request = all_of(query);
        request.count = request.facets = counts;
        const Answer with = answer_of(index, synonyms_of("lima, oslo"), request);
        request.query = with_word_replaced(query, "oslo", "lima");
        if (request.query == "lima lima") request.query = "lima";
        const Answer as_one = answer_of(merged, nullptr, request);
        CAPTURE(query, counts);
        REQUIRE(with.passages.size() == as_one.passages.size());
        CHECK_FALSE(with.passages.empty());
        for (std::size_t at = 0; at < with.passages.size(); ++at) {
          CHECK(with.passages[at].article.id == as_one.passages[at].article.id);
          CHECK(with.passages[at].score == as_one.passages[at].score);
          CHECK(with.passages[at].range == as_one.passages[at].range);
          CHECK(with.passages[at].highlights == as_one.passages[at].highlights);
        }
      }
    }
  }
}

TEST_CASE("Feedback does not add a synonym once more", "[searcher][synonyms]") {
  std::mt19937 random(44);
  const TestIndex index(random_articles(random, 60));
  Request request = all_of("lima");
  request.expand = Expand::kOn;
  const Answer answer = answer_of(index, synonyms_of("lima, oslo"), request);
  CHECK(answer.expanded);
  Request plain = all_of("lima");
  CHECK(ids_of(answer) == ids_of(answer_of(index, synonyms_of("lima, oslo"), plain)));
}

TEST_CASE("As of a day only what was published counts for a synonym", "[searcher][synonyms]") {
  auto articles = std::vector<TestArticle>{
      {"old", "One", "Lima waits.", "2020-01-01", {}},
      {"older", "Two", "Oslo and Rome wait.", "2019-01-01", {}},
      {"new", "Three", "Oslo waits.", "2023-01-01", {}},
  };
  const TestIndex all(articles);
  articles.pop_back();
  const TestIndex earlier(articles);
  Request request = all_of("lima rome");
  const Answer then = answer_of(earlier, synonyms_of("lima, oslo"), request);
  request.filters.as_of = Date{2020, 6, 1};
  const Answer now = answer_of(all, synonyms_of("lima, oslo"), request);
  REQUIRE(now.passages.size() == 2);
  REQUIRE(then.passages.size() == 2);
  for (std::size_t at = 0; at < 2; ++at) {
    CHECK(now.passages[at].article.id == then.passages[at].article.id);
    CHECK(now.passages[at].score == then.passages[at].score);
  }
}

}  // namespace dateline
