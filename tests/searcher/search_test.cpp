#include "searcher/search.h"

#include <atomic>
#include <random>
#include <thread>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "searcher/answer_json.h"
#include "support/test_index.h"

namespace dateline {
namespace {

const std::vector<TestArticle> kArticles = {
    {"ferry",
     "Ferry line reopens",
     "The ferry between the two ports sails again. Passengers cheered when the ferry left. Tickets "
     "cost little.",
     "2021-05-18",
     {"GR", "TR"}},
    {"bridge",
     "A bridge for trains",
     "Engineers opened the railway bridge on Monday. The ferry will stop next year. Freight trains "
     "cross first.",
     "2023-03-01",
     {"DK"}},
    {"harvest",
     "Wheat harvest",
     "Farmers expect a good wheat harvest. Trains carry it to the ports.",
     "2023-07",
     {"UA"}},
    {"choir", "Choir on tour", "The choir sang in the harbour. The ferry was late.", "", {}},
};

Searcher open(const TestIndex& index) {
  auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);
  return std::move(*searcher);
}

std::string ids(const Answer& answer) {
  std::string text;
  for (const Passage& passage : answer.passages) {
    text += (text.empty() ? "" : " ") + passage.article.id;
  }
  return text;
}

std::string found(const TestIndex& index, const Request& request) {
  const auto answer = open(index).search(request);
  REQUIRE(answer);
  return ids(*answer);
}

}  // namespace

TEST_CASE("Words find the articles that have any of them, the best first", "[searcher][search]") {
  const TestIndex index(kArticles);
  CHECK(found(index, {.query = "ferry"}) == "ferry choir bridge");
  CHECK(found(index, {.query = "wheat harvest"}) == "harvest");
  CHECK(found(index, {.query = "Trains"}) == "bridge harvest");
  CHECK(found(index, {.query = "zeppelin"}).empty());
}

TEST_CASE("Phrases must occur, excluded words must not", "[searcher][search]") {
  const TestIndex index(kArticles);
  CHECK(found(index, {.query = "\"railway bridge\""}) == "bridge");
  CHECK(found(index, {.query = "\"bridge railway\""}).empty());
  CHECK(found(index, {.query = "\"ferry line\""}) == "ferry");
  CHECK(found(index, {.query = "ferry -tickets"}) == "choir bridge");
  CHECK(found(index, {.query = "ferry -\"the choir sang\""}) == "ferry bridge");
}

TEST_CASE("A sentence that quotes what no article says is looked for by its words",
          "[searcher][search]") {
  const TestIndex index(kArticles);
  const auto relaxed = open(index).search({.query = "which ferry \"sails forever\" -tickets"});
  REQUIRE(relaxed);
  CHECK(relaxed->relaxed);
  CHECK(relaxed->understood == "which ferry sails forever -tickets");
  CHECK(ids(*relaxed) == "choir bridge");
  const auto kept = open(index).search({.query = "which \"railway bridge\""});
  REQUIRE(kept);
  CHECK_FALSE(kept->relaxed);
  CHECK(ids(*kept) == "bridge");
  const auto alone = open(index).search({.query = "\"sails forever\""});
  REQUIRE(alone);
  CHECK_FALSE(alone->relaxed);
  CHECK(alone->passages.empty());
}

TEST_CASE("Without words every article passes, the newest first, undated last",
          "[searcher][search]") {
  const TestIndex index(kArticles);
  CHECK(found(index, {.query = ""}) == "harvest bridge ferry choir");
  CHECK(found(index, {.query = "-wheat"}) == "bridge ferry choir");
}

TEST_CASE("Filters narrow the articles", "[searcher][search]") {
  const TestIndex index(kArticles);
  const CountryCode turkey{'T', 'R'};
  const CountryCode greece{'G', 'R'};
  const CountryCode denmark{'D', 'K'};
  CHECK(found(index, {.query = "ferry", .filters = {.countries = {turkey}}}) == "ferry");
  CHECK(found(index, {.query = "ferry", .filters = {.countries = {turkey, denmark}}}) ==
        "ferry bridge");
  CHECK(found(index, {.query = "", .filters = {.all_countries = {greece, turkey}}}) == "ferry");
  CHECK(found(index, {.query = "", .filters = {.all_countries = {greece, denmark}}}).empty());
  CHECK(found(index, {.query = "ferry", .filters = {.not_countries = {greece}}}) == "choir bridge");
  CHECK(found(index, {.query = "", .filters = {.from = Date{2023, 0, 0}}}) == "harvest bridge");
  CHECK(found(index, {.query = "", .filters = {.to = Date{2023, 7, 10}}}) ==
        "harvest bridge ferry");
  CHECK(found(index, {.query = "", .filters = {.to = Date{2023, 6, 30}}}) == "bridge ferry");
  CHECK(found(index, {.query = "", .filters = {.undated = Undated::kOnly}}) == "choir");
  CHECK(found(index, {.query = "", .filters = {.undated = Undated::kExclude}}) ==
        "harvest bridge ferry");
  CHECK(found(index,
              {.query = "", .filters = {.from = Date{2023, 7, 0}, .undated = Undated::kInclude}}) ==
        "harvest choir");
  CHECK(found(index, {.query = "", .filters = {.sources = {"TEST"}}}) ==
        "harvest bridge ferry choir");
  CHECK(found(index, {.query = "", .filters = {.languages = {"de"}}}).empty());
}

TEST_CASE("Query words mean each article's own language", "[searcher][search]") {
  const TestIndex index({{"en", "", "Fresh news from the port.", "2020-01-01", {}, "en"},
                         {"new", "", "A new port opens.", "2020-01-02", {}, "en"},
                         {"de", "", "Neue Häuser am Hafen.", "2020-01-03", {}, "de"}});
  CHECK(found(index, {.query = "news"}) == "en");
  CHECK(found(index, {.query = "haus"}) == "de");
  CHECK(found(index, {.query = "Häusern"}) == "de");
  CHECK(found(index, {.query = "ports"}) == "new en");
}

TEST_CASE("A passage is cut from its article at the place it names", "[searcher][search]") {
  const TestIndex index(kArticles);
  Searcher searcher = open(index);
  const auto answer = searcher.search({.query = "ferry \"railway bridge\" trains"});
  REQUIRE(answer);
  REQUIRE_FALSE(answer->passages.empty());
  for (const Passage& passage : answer->passages) {
    const auto article = searcher.article(passage.article.id);
    REQUIRE(article);
    CHECK(passage.text == slice(article->text, passage.range));
    CHECK_FALSE(passage.highlights.empty());
  }
}

TEST_CASE("Updated and deleted articles are found once or not at all", "[searcher][search]") {
  TestIndex index(kArticles);
  index.add({{"ferry", "Ferry sold", "The old ferry was sold.", "2024-01-01", {"GR"}}});
  Searcher searcher = open(index);
  const auto answer = searcher.search({.query = "ferry"});
  REQUIRE(answer);
  CHECK(answer->total_articles == 3);
  CHECK(searcher.article("ferry")->title == "Ferry sold");
  CHECK(found(index, {.query = "tickets"}).empty());
}

TEST_CASE("The limit and the passages of one article are kept to", "[searcher][search]") {
  std::string text;
  for (int at = 0; at < 40; ++at) {
    text += "The minister spoke of tariffs again and again on that long afternoon in the capital. ";
  }
  const TestIndex index(
      {{"long", "", text, "2020-01-01", {}}, {"short", "", "Tariffs fell.", "2020-01-02", {}}});
  CHECK(found(index, {.query = "tariffs", .limit = 1}).find(' ') == std::string::npos);
  CHECK(found(index, {.query = "tariffs", .per_article = 1}).size() ==
        std::string("long short").size());
  const auto answer =
      open(index).search({.query = "tariffs", .per_article = 5, .passage_words = 40});
  REQUIRE(answer);
  for (const Passage& one : answer->passages) {
    for (const Passage& other : answer->passages) {
      if (&one == &other || one.article.id != other.article.id) continue;
      CHECK_FALSE(one.range.overlaps(other.range));
    }
  }
}

TEST_CASE("A query that cannot be read is an error, an unknown article too", "[searcher][search]") {
  const TestIndex index(kArticles);
  Searcher searcher = open(index);
  const auto answer = searcher.search({.query = "caf\xE9"});
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == ErrorKind::kRequest);
  const auto article = searcher.article("zeppelin");
  REQUIRE_FALSE(article);
  CHECK(article.error().kind == ErrorKind::kMissing);
}

TEST_CASE("Whatever is typed has an answer or an error that says why", "[searcher][search]") {
  const TestIndex index(kArticles);
  Searcher searcher = *Searcher::open(index.path());
  std::string many_words;
  for (int at = 0; at < 10'000; ++at) many_words += "rain" + std::to_string(at % 900) + ' ';
  std::string same_word;
  for (int at = 0; at < 1'000; ++at) same_word += "rain ";
  const std::vector<std::string> queries = {"a",
                                            "ж",
                                            "雨",
                                            "!",
                                            "...",
                                            "?!&|()[]{}",
                                            "\"",
                                            "-",
                                            "--",
                                            "*",
                                            "~",
                                            "^",
                                            "the of and",
                                            "the",
                                            "\xF0\x9F\x8C\xA7",
                                            "\xF0\x9F\x8C\xA7\xF0\x9F\x8C\xA7 rain",
                                            "rain дождь 雨 بارون ฝน",
                                            "qwxzv",
                                            "qwxzv qwzzx xqq",
                                            "\u202Erain",
                                            "r\u0301a\u0308in",
                                            "0",
                                            "1e309",
                                            "rain\n\train",
                                            std::string("rain\0rain", 9),
                                            std::string(8192, 'a'),
                                            std::string(8000, '*'),
                                            same_word,
                                            "rain AND AND",
                                            "((((((rain",
                                            "NEAR/5 rain",
                                            "title:",
                                            "date:2023-02-30"};
  for (const std::string& query : queries) {
    for (const Expand expand : {Expand::kAuto, Expand::kOn}) {
      CAPTURE(query.substr(0, 40), query.size());
      const auto answer = searcher.search({.query = query, .expand = expand, .explain = true});
      REQUIRE(answer);
      CHECK(answer->passages.size() <= answer->total_articles * 2);
      CHECK(nlohmann::json::accept(to_json(*answer, JsonLayout::kOneLine)));
    }
  }
  for (const std::string& query : {many_words, std::string("\xFF\xFE"), std::string(8193, 'a')}) {
    CAPTURE(query.substr(0, 40), query.size());
    const auto answer = searcher.search({.query = query});
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == ErrorKind::kRequest);
    CHECK(answer.error().message.size() < 300);
  }
}

TEST_CASE("There is nothing to search where there is no index", "[searcher][search]") {
  const TemporaryFolder folder;
  const auto searcher = Searcher::open(folder.path() / "nothing");
  REQUIRE_FALSE(searcher);
  CHECK(searcher.error().kind == ErrorKind::kMissing);
}

TEST_CASE("Articles come by date where that is asked for, undated last", "[searcher][search]") {
  const TestIndex index(kArticles);
  CHECK(found(index, {.query = "ferry", .sort = Sort::kNewest}) == "bridge ferry choir");
  CHECK(found(index, {.query = "ferry", .sort = Sort::kOldest}) == "ferry bridge choir");
  CHECK(found(index, {.query = "ferry", .sort = Sort::kNewest, .limit = 1}) == "bridge");
  CHECK(found(index, {.sort = Sort::kOldest}) == "ferry bridge harvest choir");
  CHECK(found(index, {.sort = Sort::kNewest}) == found(index, {}));
}

TEST_CASE("Sorted by date, an article's best passages are shown, and the scores are its own",
          "[searcher][search]") {
  const std::string filler =
      "The minister spoke again and again on that long afternoon in the old capital city. ";
  std::string text;
  for (int at = 0; at < 30; ++at)
    text += at == 20 ? "Tariffs fell after the tariffs talks. " : filler;
  const TestIndex index({{"old", "", "Tariffs fell. Tariffs rose.", "2020-01-01", {}},
                         {"new", "", text, "2020-01-02", {}}});
  const Request newest{
      .query = "tariffs", .sort = Sort::kNewest, .per_article = 1, .passage_words = 40};
  const auto answer = open(index).search(newest);
  REQUIRE(answer);
  CHECK(ids(*answer) == "new old");
  CHECK(answer->passages[0].text.find("Tariffs fell after") != std::string::npos);
  Request best = newest;
  best.sort = Sort::kRelevance;
  const auto by_score = open(index).search(best);
  REQUIRE(by_score);
  CHECK(ids(*by_score) == "old new");
  CHECK(by_score->passages[0].score == answer->passages[1].score);
  CHECK(by_score->passages[1].score == answer->passages[0].score);
}

TEST_CASE("Articles must have as many of the words as asked for", "[searcher][search]") {
  const TestIndex index(kArticles);
  const auto with = [&index](const std::string& query, std::optional<MinMatch> least) {
    return found(index, {.query = query, .min_match = least});
  };
  CHECK(with("ferry tickets ports", MinMatch{1, false}) == "ferry harvest choir bridge");
  CHECK(with("ferry tickets ports", MinMatch{2, false}) == "ferry");
  CHECK(with("ferry ports wheat", MinMatch{2, false}) == "harvest ferry");
  CHECK(with("ferry ports wheat", MinMatch{100, true}).empty());
  CHECK(with("ferry ports", MinMatch{100, true}) == "ferry");
  CHECK(with("ferry ports", MinMatch{9, false}) == "ferry");  // all there are
  CHECK(with("ferry ports wheat", MinMatch{67, true}) == "harvest ferry");
  CHECK(with("ferry ports wheat", MinMatch{1, true}) == with("ferry ports wheat", std::nullopt));
  // Beside a phrase, words only rank, unless some of them are asked for.
  CHECK(with("\"the ferry\" tickets", std::nullopt) == "ferry choir bridge");
  CHECK(with("\"the ferry\" tickets", MinMatch{1, false}) == "ferry");
  CHECK(with("\"the ferry\"", MinMatch{3, false}) == "ferry choir bridge");
  // Words that say nothing do not count.
  CHECK(with("the ferry", MinMatch{2, false}) == "ferry choir bridge");
  const auto answer =
      open(index).search({.query = "ferry ports", .min_match = MinMatch{100, true}});
  REQUIRE(answer);
  CHECK(answer->min_match == 2);
  CHECK(answer->total_articles == 1);
}

TEST_CASE("Without a count the passages are the same and the total is no more than a bound",
          "[searcher][search]") {
  std::vector<TestArticle> articles;
  for (int at = 0; at < 300; ++at) {
    articles.push_back({"a" + std::to_string(at), "", "Rain fell.", "2020-01-01", {"AZ"}});
  }
  const TestIndex index(articles);
  Request request{.query = "rain", .fold = Fold::kNone};
  const auto counted = open(index).search(request);
  request.count = false;
  const auto with_facets = open(index).search(request);
  request.facets = false;
  const auto bound = open(index).search(request);
  REQUIRE(counted);
  REQUIRE(with_facets);
  REQUIRE(bound);
  CHECK(counted->total_articles == 300);
  CHECK(counted->total_is_exact);
  CHECK(with_facets->total_is_exact);
  CHECK(ids(*bound) == ids(*counted));
  CHECK_FALSE(bound->total_is_exact);
  CHECK(bound->total_articles >= 10);
  CHECK(bound->total_articles <= 300);
  const auto few = open(index).search({.query = "snow", .count = false, .facets = false});
  REQUIRE(few);
  CHECK(few->total_articles == 0);
  CHECK(few->total_is_exact);
}

// A clock that is a millisecond later each time it is asked.
TEST_CASE("Whenever its time is over, a search gives a whole answer or an error",
          "[searcher][search]") {
  const TestIndex index(kArticles);
  const Request whole{.query = "which ferry \"sails forever\" -tickets"};
  const auto expected = open(index).search(whole);
  REQUIRE(expected);
  std::size_t late = 0;
  std::size_t answered = 0;
  for (std::size_t timeout = 1; timeout < 60; ++timeout) {
    auto now = std::chrono::steady_clock::time_point{};
    auto searcher =
        Searcher::open(index.path(), [&now] { return now += std::chrono::milliseconds(1); });
    REQUIRE(searcher);
    Request request = whole;
    request.timeout_ms = timeout;
    const auto answer = searcher->search(request);
    if (answer) {
      ++answered;
      CHECK(ids(*answer) == ids(*expected));
      CHECK(answer->facets.size() == expected->facets.size());
    } else {
      ++late;
      CHECK(answered == 0);  // once there is time enough there stays enough
      CHECK(answer.error().kind == ErrorKind::kTimeout);
      CHECK(answer.error().message.starts_with("no answer within " + std::to_string(timeout) +
                                               " ms; "));
    }
  }
  CHECK(late > 5);
  CHECK(answered > 5);
}

TEST_CASE("A searcher that is renewed answers from the newest generation, before it from its own",
          "[searcher][search]") {
  TestIndex index(kArticles);
  Searcher searcher = open(index);
  const auto answered = [&searcher] {
    const auto answer = searcher.search({.query = "ferry"});
    REQUIRE(answer);
    return ids(*answer);
  };
  REQUIRE(searcher.renew());
  CHECK(answered() == "ferry choir bridge");
  index.add({{"island", "Ferry, ferry", "A ferry.", "2024-01-01", {}, "az"}});
  CHECK(answered() == "ferry choir bridge");
  REQUIRE(searcher.renew());
  CHECK(answered().find("island") != std::string::npos);
  std::filesystem::remove(index.path() / "MANIFEST");
  const auto renewed = searcher.renew();
  REQUIRE_FALSE(renewed);
  CHECK(renewed.error().kind == ErrorKind::kMissing);
  CHECK(answered().find("island") != std::string::npos);
}

TEST_CASE("Searchers of several threads that renew while articles are added never see half of them",
          "[searcher][search]") {
  // Each addition brings ten articles, so every total is a multiple of ten, and none falls.
  const auto ten = [](int round) {
    std::vector<TestArticle> articles;
    for (int at = 0; at < 10; ++at) {
      articles.push_back({std::to_string(round) + "-" + std::to_string(at),
                          "",
                          "Rain fell.",
                          "2020-01-01",
                          {"AZ"}});
    }
    return articles;
  };
  TestIndex index(ten(0));
  std::atomic<bool> done = false;
  std::atomic<std::size_t> greatest = 0;
  std::vector<std::string> problems(2);
  std::vector<std::thread> readers;
  for (std::string& problem : problems) {
    readers.emplace_back([&index, &done, &greatest, &problem] {
      auto searcher = Searcher::open(index.path());
      std::size_t before = 0;
      for (bool last = false; searcher && problem.empty();) {
        last = done;  // one more look after the last addition
        const auto renewed = searcher->renew();
        if (!renewed) problem = renewed.error().message;
        const auto answer = searcher->search({.query = "rain"});
        if (!answer) problem = answer.error().message;
        if (!problem.empty()) return;
        const std::size_t total = answer->total_articles;
        if (total % 10 != 0 || total < before) problem = "a total of " + std::to_string(total);
        if (answer->facets.at(0).values.at(0).count != total) problem = "facets of another total";
        before = total;
        if (last) break;
      }
      greatest = std::max(greatest.load(), before);
      if (!searcher) problem = searcher.error().message;
    });
  }
  for (int round = 1; round <= 12; ++round) index.add(ten(round));
  done = true;
  for (std::thread& reader : readers) reader.join();
  CHECK(problems == std::vector<std::string>(2));
  CHECK(greatest == 130);
}

}  // namespace dateline
