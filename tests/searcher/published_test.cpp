// A search as of a day against an index of what was published by then.
#include "searcher/published.h"

#include <random>
#include <sstream>

#include <catch2/catch.hpp>

#include "searcher/answer_json.h"
#include "searcher/search.h"
#include "searcher/verify/verification_json.h"
#include "support/test_index.h"

namespace dateline {
namespace {

const std::vector<std::string> kWords = {"baku", "news",    "new",  "doctors", "doctor", "oslo",
                                         "the",  "in",      "neue", "rain",    "trade",  "talks",
                                         "talk", "vaccine", "wars", "lima",    "grain",  "wheat"};

const std::string& any(std::mt19937& random) {
  return kWords[random() % 3 == 0 ? random() % kWords.size() : random() % 6];
}

std::string random_text(std::mt19937& random, std::size_t longest) {
  std::string text = any(random);
  for (auto more = random() % longest; more > 0; --more) {
    text += (random() % 9 == 0 ? ". " : " ") + any(random);
  }
  return text;
}

std::vector<TestArticle> random_articles(std::mt19937& random, std::size_t count) {
  static const std::vector<std::string> dates = {
      "2020-01-01", "2020-01-31", "2020-01", "2020", "2021-05-01", "2021-05", "", "2022-02-03"};
  static const std::vector<std::string> languages = {"en", "en", "en", "de", "az"};
  std::vector<TestArticle> articles;
  for (std::size_t at = 0; at < count; ++at) {
    TestArticle article;
    article.id = "a" + std::to_string(random());
    article.title = random() % 3 == 0 ? "" : random_text(random, 4);
    article.text = random_text(random, 40);
    article.date = dates[random() % dates.size()];
    article.countries = {random() % 2 == 0 ? "AZ" : "NO"};
    article.language = languages[random() % languages.size()];
    article.source = random() % 2 == 0 ? "one" : "two";
    articles.push_back(article);
  }
  return articles;
}

Request random_request(std::mt19937& random) {
  Request request;
  for (auto more = random() % 4; more > 0; --more) request.query += any(random) + " ";
  if (random() % 5 == 0) request.query += "\"" + any(random) + " " + any(random) + "\" ";
  if (random() % 6 == 0) request.query += any(random).substr(0, 2) + "* ";
  if (random() % 6 == 0) request.query += any(random) + "~ ";
  if (random() % 6 == 0) request.query += "(" + any(random) + " OR title:" + any(random) + ") ";
  request.limit = 1 + random() % 12;
  if (random() % 4 == 0) request.sort = random() % 2 == 0 ? Sort::kNewest : Sort::kOldest;
  request.expand = random() % 2 == 0 ? Expand::kOn : Expand::kOff;
  if (random() % 3 == 0) request.recency = Recency{1 + static_cast<int>(random() % 400), 18800};
  if (random() % 4 == 0) request.min_match = MinMatch{1 + random() % 100, true};
  if (random() % 4 == 0) request.count = request.facets = false;
  if (random() % 4 == 0) request.filters.countries = {{'A', 'Z'}};
  if (random() % 4 == 0) request.filters.from = Date{2020, 1, 2};
  if (random() % 6 == 0) request.filters.undated = Undated::kInclude;
  if (random() % 6 == 0) request.filters.languages = {"en", "az"};
  return request;
}

std::string json_of(Answer answer) {
  answer.took_ms = 0;
  answer.filters.as_of.reset();
  if (answer.cursor) answer.cursor = PageCursor{};  // that there is one, not where in the index
  return to_json(answer, JsonLayout::kOneLine);
}

bool is_published(const TestArticle& article, const Date& by) {
  const auto date = parse_iso_date(article.date);
  return date && interval_of(*date)->last <= interval_of(by)->last;
}

// Up to nine words of an article's text, one of them another: what the article near says.
std::string misquoted(std::mt19937& random, const std::string& text) {
  std::vector<std::string> words;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) words.push_back(word);
  if (words.size() > 9) {
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(random() % (words.size() - 9));
    words = {begin, begin + 9};
  }
  words[random() % words.size()] = any(random);
  std::string quote;
  for (const std::string& word : words) quote += (quote.empty() ? "" : " ") + word;
  return quote;
}

std::string json_of(Verification verification) {
  verification.took_ms = 0;
  verification.filters.as_of.reset();
  return to_json(verification, JsonLayout::kOneLine);
}

struct TwoIndexes {
  std::vector<std::vector<TestArticle>> all;
  std::vector<std::vector<TestArticle>> earlier;  // of those what was published by `by`
  Date by;
};

TwoIndexes random_indexes(std::mt19937& random) {
  static const std::vector<Date> days = {{2020, 1, 30}, {2020, 1, 0}, {2020, 0, 0}, {2021, 5, 1},
                                         {2021, 5, 31}, {2022, 0, 0}, {2019, 1, 1}};
  TwoIndexes two;
  two.by = days[random() % days.size()];
  for (auto more = 1 + random() % 3; more > 0; --more) {
    two.all.push_back(random_articles(random, 5 + random() % 120));
    std::vector<TestArticle> kept = two.all.back();
    std::erase_if(kept, [&two](const auto& article) { return !is_published(article, two.by); });
    if (!kept.empty()) two.earlier.push_back(kept);
  }
  return two;
}

Searcher opened(const TestIndex& index) {
  auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);
  return std::move(*searcher);
}

}  // namespace

TEST_CASE("A search as of a day is one of an index of the earlier articles",
          "[searcher][published]") {
  std::mt19937 random(41);
  std::size_t passages = 0;
  for (int round = 0; round < 16; ++round) {
    const auto [all, earlier, by] = random_indexes(random);
    if (earlier.empty()) continue;
    const TestIndex whole(all);
    const TestIndex part(earlier);
    Searcher of_all = opened(whole);
    Searcher of_earlier = opened(part);
    for (int asked = 0; asked < 100; ++asked) {
      Request request = random_request(random);
      CAPTURE(round, to_iso(by), request.query);
      if (random() % 5 == 0) request.like = earlier.front()[random() % earlier.front().size()].id;
      request.before_it = !request.like.empty() && random() % 2 == 0;
      const auto expected = of_earlier.search(request);
      request.filters.as_of = by;
      const auto found = of_all.search(request);
      REQUIRE(expected);
      REQUIRE(found);
      CHECK(json_of(*found) == json_of(*expected));
      passages += found->passages.size();
    }
  }
  CHECK(passages > 3000);
}

TEST_CASE("A quote is verified as of a day as in an index of the earlier articles",
          "[searcher][published]") {
  std::mt19937 random(43);
  std::size_t misquotations = 0;
  for (int round = 0; round < 16; ++round) {
    const auto [all, earlier, by] = random_indexes(random);
    if (earlier.empty()) continue;
    const TestIndex whole(all);
    const TestIndex part(earlier);
    Searcher of_all = opened(whole);
    Searcher of_earlier = opened(part);
    for (int asked = 0; asked < 100; ++asked) {
      const std::vector<TestArticle>& segment = all[random() % all.size()];
      Request request;
      request.query = misquoted(random, segment[random() % segment.size()].text);
      if (random() % 4 == 0) request.filters.countries = {{'A', 'Z'}};
      CAPTURE(round, to_iso(by), request.query);
      const auto expected = of_earlier.verify(request);
      request.filters.as_of = by;
      const auto found = of_all.verify(request);
      REQUIRE(expected);
      REQUIRE(found);
      CHECK(json_of(*found) == json_of(*expected));
      misquotations += found->different;
    }
  }
  CHECK(misquotations > 500);
}

TEST_CASE("Nothing is like an article that is published later", "[searcher][published]") {
  const TestIndex index(std::vector<TestArticle>{{"early", "", "rain in baku", "2023-03-08", {}},
                                                 {"late", "", "rain in baku", "2023-05-08", {}},
                                                 {"none", "", "rain in baku", "", {}}});
  Searcher searcher = opened(index);
  const auto message_of = [&searcher](const char* id, const Date& by) {
    Request request;
    request.like = id;
    request.filters.as_of = by;
    const auto answer = searcher.search(request);
    if (!answer) CHECK(answer.error().kind == ErrorKind::kRequest);
    return answer ? "" : answer.error().message;
  };
  CHECK(message_of("early", {2023, 3, 8}).empty());
  CHECK(message_of("late", {2023, 5, 8}).empty());
  CHECK(message_of("late", {2023, 5, 7}).starts_with("like: the article 'late' was not published"));
  CHECK(message_of("none", {2024, 1, 1}).starts_with("like: the article 'none' was not published"));
}

TEST_CASE("Only a date that leaves no doubt is published by a day", "[searcher][published]") {
  const TestIndex index(std::vector<TestArticle>{{"day", "", "a", "2023-03-08", {}},
                                                 {"month", "", "a", "2023-03", {}},
                                                 {"year", "", "a", "2023", {}},
                                                 {"none", "", "a", "", {}}});
  auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);
  const auto ids_as_of = [&searcher](const Date& by) {
    Request request;
    request.filters.as_of = by;
    const auto answer = searcher->search(request);
    REQUIRE(answer);
    std::string ids;
    for (const Passage& passage : answer->passages) ids += passage.article.id + " ";
    return ids;
  };
  CHECK(ids_as_of({2023, 3, 7}).empty());
  CHECK(ids_as_of({2023, 3, 8}) == "day ");
  CHECK(ids_as_of({2023, 3, 31}) == "month day ");
  CHECK(ids_as_of({2023, 3, 0}) == "month day ");
  CHECK(ids_as_of({2023, 0, 0}) == "year month day ");
}

}  // namespace dateline
