#include "searcher/folding.h"

#include <map>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "searcher/search.h"
#include "support/test_index.h"
#include "support/varied_articles.h"

namespace dateline {
namespace {

const std::string kWire =
    "The ferry between the two ports sails again. Passengers cheered when it left the quay. "
    "Tickets cost little, and the journey takes a day.";

const std::vector<TestArticle> kArticles = {
    {"wire", "Ferry sails", kWire, "2021-05-18", {"GR"}, "en", "Wire"},
    {"herald", "FERRY SAILS", kWire, "2021-05-19", {"GR"}, "en", "Herald"},
    {"courier", "Ferry sails", kWire + "\n", "2021-05-20", {"TR"}, "en", "Courier"},
    {"other", "Ferry stops", "The ferry will stop next year.", "2021-05-18", {"GR"}},
};

Searcher open(const TestIndex& index) {
  auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);
  return std::move(*searcher);
}

Answer answer(const TestIndex& index, const Request& request) {
  auto answer = open(index).search(request);
  REQUIRE(answer);
  return std::move(*answer);
}

// "wire(herald courier) other": the articles with what is folded into them.
std::string shown(const Answer& answer) {
  std::string text;
  for (const Passage& passage : answer.passages) {
    text += (text.empty() ? "" : " ") + passage.article.id;
    std::string folded;
    for (const FoldedArticle& article : passage.also_in) {
      folded += (folded.empty() ? "" : " ") + article.id;
    }
    if (!folded.empty()) text += "(" + folded + ")";
  }
  return text;
}

struct PlacedPassage {
  std::string id;
  std::size_t start = 0;
  double score = 0;
  bool operator==(const PlacedPassage&) const = default;
};

std::vector<PlacedPassage> places(const Answer& answer) {
  std::vector<PlacedPassage> places;
  for (const Passage& passage : answer.passages) {
    places.push_back({passage.article.id, passage.range.start, passage.score});
  }
  return places;
}

// By id, the group at a level; articles that are alone have numbers of their own.
std::map<std::string, std::size_t> group_by_id(const TestIndex& index, Fold fold) {
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  REQUIRE(snapshot->groups);
  const GroupLevel& level =
      fold == Fold::kStory ? snapshot->groups->stories() : snapshot->groups->copies();
  std::map<std::string, std::size_t> groups;
  std::size_t alone = level.size();
  for (std::uint32_t segment = 0; segment < snapshot->segments.size(); ++segment) {
    const Segment& one = snapshot->segments[segment];
    for (std::uint32_t docid = 1; docid <= one.entry.last_docid; ++docid) {
      if (!one.alive(docid)) continue;
      const auto group = level.group_of({segment, docid});
      groups[std::string(one.columns.id(docid))] = group ? *group : alone++;
    }
  }
  return groups;
}

using Values = std::map<std::string, std::size_t>;

Values counts(const Answer& answer, const std::string& name) {
  Values values;
  for (const Facet& facet : answer.facets) {
    if (facet.name != name) continue;
    for (const FacetValue& value : facet.values) values[value.value] = value.count;
  }
  return values;
}

// What a facet should count: the groups of the articles that have a value, each once.
Values counted_once(const std::vector<TestArticle>& articles, const std::set<std::string>& found,
                    const std::map<std::string, std::size_t>& group_of, const std::string& name) {
  std::map<std::string, std::set<std::size_t>> groups;
  for (const TestArticle& article : articles) {
    if (!found.contains(article.id)) continue;
    std::string value = name == "source"    ? article.source
                        : name == "country" ? article.countries[0]
                        : name == "year"    ? article.date.substr(0, 4)
                                            : article.date.substr(0, 7);
    if (value.empty()) value = "unknown";
    groups[value].insert(group_of.at(article.id));
  }
  Values values;
  for (const auto& [value, members] : groups) values[value] = members.size();
  return values;
}

}  // namespace

TEST_CASE("Facets count articles, or groups where that is asked for", "[searcher][folding]") {
  VariedArticles varied(9);
  std::vector<std::vector<TestArticle>> segments(2);
  std::vector<TestArticle> articles;
  for (std::size_t number = 0; number < 200; ++number) {
    articles.push_back(varied.next("a" + std::to_string(number)));
    segments[number % 2].push_back(articles.back());
  }
  const TestIndex index(segments);
  auto searcher = open(index);
  std::size_t fewer = 0;
  for (int round = 0; round < 30; ++round) {
    Request request;
    if (round > 0) request.query = varied.word() + " " + varied.word();
    request.expand = Expand::kOff;
    request.per_article = 1;
    request.limit = kMaxLimit;
    request.facet_limit = kMaxLimit;
    request.fold = Fold::kNone;
    const auto all = searcher.search(request);
    REQUIRE(all);
    std::set<std::string> found;
    for (const Passage& passage : all->passages) found.insert(passage.article.id);
    for (const Fold fold : {Fold::kNone, Fold::kCopies, Fold::kStory}) {
      request.fold = fold;
      request.facet_groups = false;
      const auto by_article = searcher.search(request);
      request.facet_groups = true;
      const auto by_group = searcher.search(request);
      REQUIRE(by_article);
      REQUIRE(by_group);
      auto group_of = group_by_id(index, fold);
      if (fold == Fold::kNone) {
        std::size_t alone = 0;
        for (auto& [id, group] : group_of) group = alone++;
      }
      for (const char* name : {"source", "country", "year", "month"}) {
        CAPTURE(request.query, name);
        CHECK(counts(*by_article, name) == counts(*all, name));
        CHECK(counts(*by_group, name) == counted_once(articles, found, group_of, name));
        if (counts(*by_group, name) != counts(*all, name)) ++fewer;
      }
    }
  }
  CHECK(fewer > 50);
}

TEST_CASE("A facet by group leaves out its own filter, too", "[searcher][folding]") {
  const TestIndex index(kArticles);
  Request request{.query = "ferry"};
  request.filters.countries = {{'G', 'R'}};
  request.facet_groups = true;
  const Answer in_greece = answer(index, request);
  CHECK(counts(in_greece, "country") == Values{{"GR", 2}, {"TR", 1}});
  CHECK(counts(in_greece, "source") == Values{{"Wire", 1}, {"Herald", 1}, {"test", 1}});
}

TEST_CASE("Copies are folded into the best ranked, unless one asks for all",
          "[searcher][folding]") {
  const TestIndex index(kArticles);
  const Answer folded = answer(index, {.query = "ferry ports"});
  CHECK(shown(folded) == "courier(wire herald) other");
  CHECK(folded.total_articles == 4);
  CHECK(folded.total_groups == 2);
  CHECK(folded.passages[0].also_in[1].source == "Herald");
  CHECK(to_iso(folded.passages[0].also_in[1].date) == "2021-05-19");
  const Answer all = answer(index, {.query = "ferry ports", .fold = Fold::kNone});
  CHECK(shown(all) == "courier herald wire other");
  CHECK(all.total_articles == 4);
  CHECK(all.total_groups == 4);
}

TEST_CASE("Filters come before folding", "[searcher][folding]") {
  const TestIndex index(kArticles);
  const Answer first_days = answer(index, {.query = "ports", .filters = {.to = Date{2021, 5, 19}}});
  CHECK(shown(first_days) == "herald(wire)");
  CHECK(first_days.total_articles == 2);
  CHECK(first_days.total_groups == 1);
  CHECK(shown(answer(index, {.query = "ports", .filters = {.countries = {{'T', 'R'}}}})) ==
        "courier");
}

TEST_CASE("Copies are folded in the order of dates, too", "[searcher][folding]") {
  const TestIndex index(kArticles);
  CHECK(shown(answer(index, {.query = "ferry", .sort = Sort::kOldest})) ==
        "other wire(herald courier)");
  CHECK(shown(answer(index, {.query = "", .sort = Sort::kNewest, .limit = 1})) ==
        "courier(wire herald)");
}

TEST_CASE("However many copies there are, they do not crowd out the rest", "[searcher][folding]") {
  std::vector<TestArticle> articles(kArticles.begin() + 3, kArticles.end());
  for (int number = 100; number < 400; ++number) {
    articles.push_back({"copy" + std::to_string(number), "Ferry", kWire, "2021-05-18", {}});
  }
  const TestIndex index(articles);
  for (const bool count : {true, false}) {
    const Answer folded = answer(index, {.query = "ferry ports", .count = count, .facets = count});
    REQUIRE(folded.passages.size() == 2);
    CHECK(folded.passages[0].also_in.size() == 299);
    CHECK(folded.passages[1].article.id == "other");
    CHECK(folded.total_articles == 301);
    CHECK(folded.total_groups == 2);
    CHECK(folded.total_is_exact);
  }
}

TEST_CASE("A folded answer is the answer without what repeats a group, in its order",
          "[searcher][folding]") {
  std::mt19937 random(11);
  std::size_t removed = 0;
  for (const unsigned seed : {1U, 2U, 3U}) {
    VariedArticles varied(seed);
    std::vector<std::vector<TestArticle>> segments(3);
    for (int number = 0; number < 240; ++number) {
      segments[random() % 3].push_back(varied.next("a" + std::to_string(number)));
    }
    const TestIndex index(segments);
    auto searcher = open(index);
    for (int round = 0; round < 60; ++round) {
      Request request;
      for (unsigned words = random() % 4; words > 0; --words) request.query += varied.word() + " ";
      request.limit = kMaxLimit;
      request.sort = static_cast<Sort>(random() % 3);
      request.expand = Expand::kOff;
      request.facets = random() % 2 == 0;
      request.count = random() % 2 == 0;
      if (random() % 2 == 0) request.filters.countries = {{'G', 'R'}};
      if (random() % 3 == 0) request.filters.from = Date{2021, 5, 15};
      request.fold = Fold::kNone;
      const auto all = searcher.search(request);
      REQUIRE(all);
      for (const Fold fold : {Fold::kCopies, Fold::kStory}) {
        request.fold = fold;
        request.limit = kMaxLimit;
        const auto folded = searcher.search(request);
        REQUIRE(folded);
        const auto group_of = group_by_id(index, fold);
        std::map<std::size_t, std::string> shown_for;  // by group
        std::vector<PlacedPassage> expected;
        for (const PlacedPassage& place : places(*all)) {
          const std::string& first =
              shown_for.try_emplace(group_of.at(place.id), place.id).first->second;
          if (first == place.id) expected.push_back(place);
        }
        removed += all->passages.size() - expected.size();
        CAPTURE(seed, round, request.query);
        CHECK(places(*folded) == expected);
        CHECK(folded->total_articles == all->total_articles);
        CHECK(folded->total_groups == shown_for.size());
        CHECK(folded->total_is_exact);

        request.limit = 5;  // fewer passages are of as many groups, with or without counting
        const auto few = searcher.search(request);
        request.count = !request.count;
        const auto counted_otherwise = searcher.search(request);
        REQUIRE(few);
        REQUIRE(counted_otherwise);
        CHECK(places(*few) == places(*counted_otherwise));
        CHECK(few->passages.size() == std::min<std::size_t>(5, expected.size()));
      }
    }
  }
  CHECK(removed > 1000);
}

}  // namespace dateline
