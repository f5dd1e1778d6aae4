// The same index with and without the files that make it fast gives the same answers, byte for
// byte.
#include <random>

#include <catch2/catch.hpp>

#include "common/index/segment.h"
#include "indexer/delete_articles.h"
#include "searcher/answer_json.h"
#include "searcher/search.h"
#include "support/test_index.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// Some share a stem in one language and not in another; some are stop words.
const std::vector<std::string> kWords = {"baku",  "news",  "new",  "doctors",   "doctor",   "oslo",
                                         "the",   "in",    "neue", "ministers", "minister", "rain",
                                         "trade", "talks", "talk", "war",       "wars",     "Lima"};

const std::string& any(std::mt19937& random, const std::vector<std::string>& words) {
  // The first words are the common ones.
  std::size_t at = 0;
  while (at + 1 < words.size() && random() % 4 != 0) ++at;
  return words[random() % 3 == 0 ? random() % words.size() : at];
}

std::string random_text(std::mt19937& random, std::size_t longest) {
  std::string text = any(random, kWords);
  for (auto more = random() % longest; more > 0; --more) {
    text += (random() % 9 == 0 ? ". " : " ") + any(random, kWords);
  }
  return text;
}

// Few different days and short texts, so that scores and days tie.
std::vector<TestArticle> random_articles(std::mt19937& random, std::size_t count,
                                         std::size_t longest) {
  static const std::vector<std::string> days = {"2020-01-01", "2020-01-02", "2021-05-01", ""};
  static const std::vector<std::string> countries = {"AZ", "CU", "TR", "NO"};
  static const std::vector<std::string> languages = {"en", "en", "en", "de", "az"};
  std::vector<TestArticle> articles;
  for (std::size_t at = 0; at < count; ++at) {
    TestArticle article;
    article.id = "a" + std::to_string(random());
    article.title = random() % 3 == 0 ? "" : random_text(random, 4);
    article.text = random_text(random, longest);
    article.date = days[random() % days.size()];
    for (auto more = random() % 3; more > 0; --more) {
      article.countries.push_back(countries[random() % countries.size()]);
    }
    article.language = languages[random() % languages.size()];
    article.source = random() % 2 == 0 ? "one" : "two";
    articles.push_back(article);
  }
  return articles;
}

std::string random_operators(std::mt19937& random) {
  const std::string one = any(random, kWords);
  const std::string two = any(random, kWords);
  const std::vector<std::string> forms = {"AND " + one,
                                          "(" + one + " OR " + two + ")^2",
                                          one + " NEAR/3 " + two,
                                          one + " NEAR/s " + two,
                                          "title:" + one,
                                          "title:\"" + one + " " + two + "\"",
                                          "\"" + one + " " + two + "\"~2",
                                          one.substr(0, 2) + "*",
                                          one + "~ " + two + "~2",
                                          "country:AZ OR date:2021",
                                          "-(" + one + " AND source:two)",
                                          "+" + one + " lang:en,de"};
  return forms[random() % forms.size()];
}

std::string random_query(std::mt19937& random) {
  std::string query;
  for (auto more = random() % 5; more > 0; --more) query += any(random, kWords) + " ";
  if (random() % 4 == 0) query += "\"" + any(random, kWords) + "\" ";
  if (random() % 6 == 0) query += "\"" + any(random, kWords) + " " + any(random, kWords) + "\" ";
  if (random() % 5 == 0) query += "-" + any(random, kWords) + " ";
  if (random() % 3 == 0) query += random_operators(random);
  return query;
}

Request random_request(std::mt19937& random) {
  Request request;
  request.query = random_query(random);
  request.limit = 1 + random() % 12;
  request.per_article = 1 + random() % 2;
  if (random() % 3 == 0) request.sort = random() % 2 == 0 ? Sort::kNewest : Sort::kOldest;
  if (random() % 2 == 0) request.expand = random() % 2 == 0 ? Expand::kOn : Expand::kOff;
  if (random() % 3 == 0) {
    request.recency = Recency{1 + static_cast<int>(random() % 400), 18800};
  }
  if (random() % 4 == 0) request.min_match = MinMatch{1 + random() % 100, random() % 2 == 0};
  if (random() % 4 == 0) request.count = request.facets = false;
  Filters& filters = request.filters;
  if (random() % 4 == 0) filters.countries = {{'A', 'Z'}, {'N', 'O'}};
  if (random() % 8 == 0) filters.not_countries = {{'C', 'U'}};
  if (random() % 4 == 0) filters.from = Date{2020, 1, 2};
  if (random() % 4 == 0) filters.to = Date{2020, 0, 0};
  if (random() % 6 == 0) filters.undated = Undated::kInclude;
  if (random() % 6 == 0) filters.sources = {"one"};
  if (random() % 6 == 0) filters.languages = {"en", "az"};
  return request;
}

std::string json_of(Answer answer) {
  answer.took_ms = 0;
  return to_json(answer, JsonLayout::kOneLine);
}

Searcher open(const fs::path& index) {
  auto searcher = Searcher::open(index);
  REQUIRE(searcher);
  return std::move(*searcher);
}

void remove_fast_files(const fs::path& index, std::mt19937& random) {
  for (const auto& folder : fs::directory_iterator(index)) {
    if (!folder.is_directory()) continue;
    const bool only_one = random() % 4 == 0;
    fs::remove(folder.path() / kImpactsFile);
    if (!only_one) fs::remove(folder.path() / kTermsFile);
  }
}

}  // namespace

TEST_CASE("Answers are the same with and without the files that make them fast",
          "[searcher][fast_answer]") {
  std::mt19937 random(21);
  std::size_t passages = 0;
  for (int round = 0; round < 12; ++round) {
    // Long articles in one segment and short ones in another make averages differ.
    std::vector<std::vector<TestArticle>> segments;
    for (auto more = 1 + random() % 3; more > 0; --more) {
      const std::size_t count = round % 4 == 0 ? 300 : 1 + random() % 90;
      segments.push_back(random_articles(random, count, 4 + random() % 60));
    }
    const TestIndex index(segments);
    std::vector<std::string> deleted;
    for (const auto& articles : segments) {
      for (const TestArticle& article : articles) {
        if (round % 2 == 0 && random() % 6 == 0) deleted.push_back(article.id);
      }
    }
    if (!deleted.empty()) REQUIRE(delete_articles(index.path(), deleted));
    const fs::path slow_path = index.path().parent_path() / "slow.index";
    fs::copy(index.path(), slow_path, fs::copy_options::recursive);
    remove_fast_files(slow_path, random);
    Searcher fast = open(index.path());
    Searcher slow = open(slow_path);
    for (int asked = 0; asked < 200; ++asked) {
      Request request = random_request(random);
      if (random() % 8 == 0) request.like = segments.back()[random() % segments.back().size()].id;
      CAPTURE(round, request.query, request.like);
      const auto expected = slow.search(request);
      const auto found = fast.search(request);
      REQUIRE(expected.has_value() == found.has_value());
      if (!found) continue;  // the article is deleted
      CHECK(json_of(*found) == json_of(*expected));
      passages += found->passages.size();
    }
  }
  CHECK(passages > 3000);
}

}  // namespace dateline
