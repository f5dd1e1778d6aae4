// An answer page by page against the answer as a whole.
#include "searcher/article_blocks.h"

#include <map>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "indexer/delete_articles.h"
#include "indexer/optimize.h"
#include "searcher/answer_json.h"
#include "searcher/search.h"
#include "support/test_index.h"
#include "support/varied_articles.h"

namespace dateline {
namespace {

constexpr std::size_t kBlock = 60;

// Segments of so many articles each, with copies and stories across them, some deleted.
class VariedIndex : public TestIndex {
 public:
  VariedIndex(VariedArticles& varied, const std::vector<std::size_t>& sizes)
      : TestIndex(segments(varied, sizes)) {
    std::vector<std::string> deleted;
    for (std::size_t number = 23; open_snapshot(path())->live_articles() > number; number += 23) {
      deleted.push_back("a" + std::to_string(number));
    }
    REQUIRE(delete_articles(path(), deleted));
  }

 private:
  static std::vector<std::vector<TestArticle>> segments(VariedArticles& varied,
                                                        const std::vector<std::size_t>& sizes) {
    std::vector<std::vector<TestArticle>> segments;
    std::size_t number = 0;
    for (const std::size_t size : sizes) {
      auto& segment = segments.emplace_back();
      for (std::size_t at = 0; at < size; ++at) {
        segment.push_back(varied.next("a" + std::to_string(++number)));
      }
    }
    return segments;
  }
};

Searcher open(const TestIndex& index) {
  auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);
  return std::move(*searcher);
}

Answer found(Searcher& searcher, const Request& request) {
  auto answer = searcher.search(request);
  if (!answer) FAIL(answer.error().message);
  return *std::move(answer);
}

// All pages; each after the first has another limit.
std::vector<Answer> pages(Searcher& searcher, Request request, std::mt19937& random) {
  std::vector<Answer> pages = {found(searcher, request)};
  while (pages.back().cursor) {
    REQUIRE(pages.size() < 2000);
    request.cursor = *parse_cursor(to_string(*pages.back().cursor));
    request.limit = 1 + random() % 12;
    pages.push_back(found(searcher, request));
    REQUIRE_FALSE(pages.back().passages.empty());
  }
  return pages;
}

std::vector<Passage> passages_of(const std::vector<Answer>& pages) {
  std::vector<Passage> passages;
  for (const Answer& page : pages) {
    passages.insert(passages.end(), page.passages.begin(), page.passages.end());
  }
  return passages;
}

enum class Scores { kShown, kAside };

// Where each passage is and what it scores, with what is folded into it. By date scores are shares
// of the best of the first page, which depends on its size.
std::string shown(const std::vector<Passage>& passages, Scores scores = Scores::kShown) {
  std::string text;
  for (const Passage& passage : passages) {
    text += std::to_string(passage.rank) + ' ' + passage.article.id + ' ' +
            std::to_string(passage.range.start);
    if (scores == Scores::kShown) text += ' ' + std::to_string(shown_score(passage.score));
    for (const FoldedArticle& folded : passage.also_in) text += " +" + folded.id;
    text += '\n';
  }
  return text;
}

std::set<std::string> articles_of(const std::vector<Passage>& passages) {
  std::set<std::string> articles;
  for (const Passage& passage : passages) articles.insert(passage.article.id);
  return articles;
}

Request random_request(std::mt19937& random, VariedArticles& varied) {
  Request request;
  for (auto more = 1 + random() % 6; more > 0; --more) request.query += varied.word() + " ";
  request.limit = 1 + random() % 20;
  request.per_article = 1 + random() % 3;
  request.fold = std::vector{Fold::kNone, Fold::kCopies, Fold::kStory}[random() % 3];
  request.expand = random() % 2 == 0 ? Expand::kOn : Expand::kOff;
  request.count = random() % 2 == 0;
  request.facets = random() % 4 == 0;
  if (random() % 4 == 0) request.recency = Recency{30, 18800};
  if (random() % 4 == 0) request.filters.countries = {{'G', 'R'}};
  return request;
}

}  // namespace

TEST_CASE("Pages are the answer cut into pieces, byte for byte, where one block holds it all",
          "[searcher][article_blocks]") {
  std::mt19937 random(3);
  VariedArticles varied(3);
  const VariedIndex index(varied, {25, 30});
  Searcher searcher = open(index);
  std::size_t many = 0;
  for (int round = 0; round < 60; ++round) {
    Request request = random_request(random, varied);
    if (random() % 4 == 0) request.sort = random() % 2 == 0 ? Sort::kNewest : Sort::kOldest;
    const auto all = pages(searcher, request, random);
    if (all.size() > 3) ++many;
    request.limit = kMaxLimit;
    CAPTURE(request.query, all.size());
    const Answer whole = found(searcher, request);
    CHECK_FALSE(whole.cursor);
    const Scores scores = request.sort == Sort::kRelevance ? Scores::kShown : Scores::kAside;
    CHECK(shown(passages_of(all), scores) == shown(whole.passages, scores));
    for (const Answer& page : all) {
      if (page.total_is_exact) CHECK(page.total_articles == whole.total_articles);
    }
  }
  CHECK(many > 20);
}

TEST_CASE("By date the pages are the answer cut into pieces over any number of blocks",
          "[searcher][article_blocks]") {
  std::mt19937 random(4);
  VariedArticles varied(4);
  const VariedIndex index(varied, {150, 90, 60});
  Searcher searcher = open(index);
  for (int round = 0; round < 30; ++round) {
    Request request = random_request(random, varied);
    if (round < 6) request.query = "";
    request.sort = random() % 2 == 0 ? Sort::kNewest : Sort::kOldest;
    const auto all = pages(searcher, request, random);
    request.limit = kMaxLimit;
    CAPTURE(request.query, all.size());
    CHECK(shown(passages_of(all), Scores::kAside) ==
          shown(found(searcher, request).passages, Scores::kAside));
  }
}

TEST_CASE("Over many blocks every article, or one of each group, is on one page",
          "[searcher][article_blocks]") {
  std::mt19937 random(5);
  VariedArticles varied(5);
  const VariedIndex index(varied, {170, 130, 100});
  Searcher searcher = open(index);
  std::size_t blocks = 0;
  for (int round = 0; round < 40; ++round) {
    Request request = random_request(random, varied);
    const auto all = pages(searcher, request, random);
    const std::vector<Passage> passages = passages_of(all);
    CAPTURE(request.query, all.size());
    std::set<std::pair<std::string, std::size_t>> places;
    std::map<std::string, std::size_t> passages_in;
    for (std::size_t at = 0; at < passages.size(); ++at) {
      CHECK(passages[at].rank == at + 1);
      CHECK(places.insert({passages[at].article.id, passages[at].range.start}).second);
      CHECK(++passages_in[passages[at].article.id] <= request.per_article);
    }
    // The first page is the answer that is given without pages.
    CHECK(shown(all.front().passages) == shown(found(searcher, request).passages));
    // What is shown and what is folded into it is all that matches, each once.
    request.count = true;
    const Answer counted = found(searcher, request);
    std::set<std::string> met;
    for (const std::string& id : articles_of(passages)) CHECK(met.insert(id).second);
    CHECK(met.size() == counted.total_groups);
    for (const Answer& page : all) {
      if (page.total_is_exact) CHECK(page.total_articles == counted.total_articles);
    }
    if (met.size() > 2 * kBlock) ++blocks;
  }
  CHECK(blocks > 10);
}

TEST_CASE("Every article of a block ranks before those of the next, with one scale of scores",
          "[searcher][article_blocks]") {
  std::mt19937 random(6);
  VariedArticles varied(6);
  const VariedIndex index(varied, {200, 150});
  Searcher searcher = open(index);
  for (int round = 0; round < 12; ++round) {
    Request request = random_request(random, varied);
    request.fold = Fold::kNone;
    request.expand = Expand::kOff;
    request.per_article = 1;
    request.explain = true;
    const std::vector<Passage> passages = passages_of(pages(searcher, request, random));
    CAPTURE(request.query);
    const std::size_t blocks = (passages.size() + kBlock - 1) / kBlock;
    double least_before = std::numeric_limits<double>::infinity();
    for (std::size_t block = 0; block < blocks; ++block) {
      double least = least_before;
      for (std::size_t at = block * kBlock; at < std::min((block + 1) * kBlock, passages.size());
           ++at) {
        const Explanation& explanation = *passages[at].explanation;
        CHECK(explanation.article.score <= least_before);
        CHECK(explanation.article.best == passages[0].explanation->article.best);
        CHECK(explanation.passage.best == passages[0].explanation->passage.best);
        least = std::min(least, explanation.article.score);
      }
      least_before = least;
    }
  }
}

TEST_CASE("A budget's pages show what found no room on those before",
          "[searcher][article_blocks]") {
  std::mt19937 random(7);
  VariedArticles varied(7);
  const VariedIndex index(varied, {120});
  Searcher searcher = open(index);
  std::size_t filled = 0;
  for (int round = 0; round < 20; ++round) {
    Request request = random_request(random, varied);
    request.fold = Fold::kNone;
    request.limit = kPackedLimit;
    request.max_chars = 1500 + random() % 1500;
    std::vector<Answer> all = {found(searcher, request)};
    while (all.back().cursor) {
      REQUIRE(all.size() < 1000);
      request.cursor = all.back().cursor;
      all.push_back(found(searcher, request));
    }
    request.cursor.reset();
    request.max_chars = 0;
    request.limit = kMaxLimit;
    std::set<std::string> whole;
    for (const Passage& passage : found(searcher, request).passages) {
      whole.insert(passage.article.id + ' ' + std::to_string(passage.range.start));
    }
    CAPTURE(request.query);
    std::set<std::string> met;
    for (const Passage& passage : passages_of(all)) {
      const std::string place = passage.article.id + ' ' + std::to_string(passage.range.start);
      CHECK(met.insert(place).second);
      CHECK(whole.contains(place));
    }
    if (all.size() > 3) ++filled;
  }
  CHECK(filled > 10);
}

TEST_CASE("An answer goes on in the generation that it began in", "[searcher][article_blocks]") {
  std::mt19937 random(8);
  VariedArticles varied(8);
  VariedIndex index(varied, {60, 40});
  Searcher searcher = open(index);
  Request request{.query = "", .limit = 7};
  for (int words = 0; words < 8; ++words) request.query += varied.word() + " ";
  const auto before = pages(searcher, request, random);
  REQUIRE(before.size() > 3);
  std::vector<TestArticle> more;
  for (int number = 500; number < 560; ++number)
    more.push_back(varied.next(std::to_string(number)));
  index.add(more);
  REQUIRE(searcher.renew());
  const std::uint64_t generation = searcher.generation();
  CHECK(found(searcher, request).total_articles > before.front().total_articles);

  const auto rest_of = [&](Searcher& asked) {
    std::vector<Answer> rest = {before.front()};
    Request next = request;
    while (rest.back().cursor) {
      next.cursor = rest.back().cursor;
      next.limit = 9;
      rest.push_back(found(asked, next));
    }
    return shown(passages_of(rest));
  };
  SECTION("whoever asks") {
    CHECK(rest_of(searcher) == shown(passages_of(before)));
    Searcher other = open(index);
    CHECK(rest_of(other) == shown(passages_of(before)));
    CHECK(searcher.generation() == generation);  // and others see the newest
  }
  SECTION("until something is deleted") {
    rest_of(searcher);
    const std::string shown_first = before.front().passages.front().article.id;
    REQUIRE(delete_articles(index.path(), {shown_first}));
    request.cursor = before.front().cursor;
    const auto refused = searcher.search(request);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::kRequest);
    CHECK(refused.error().message ==
          "cursor: generation " + std::to_string(request.cursor->generation) +
              " of the index is not kept any more, the newest is " + std::to_string(generation) +
              "; search again from the first page");
  }
  SECTION("or optimised") {
    REQUIRE(optimize_index(index.path()));
    request.cursor = before.front().cursor;
    CHECK_FALSE(searcher.search(request));
  }
}

TEST_CASE("A cursor is of one search", "[searcher][article_blocks]") {
  VariedArticles varied(9);
  const VariedIndex index(varied, {50});
  const VariedIndex other_index(varied, {50});
  Searcher searcher = open(index);
  Request request{.query = varied.word() + " " + varied.word(), .limit = 3};
  request.cursor = found(searcher, request).cursor;
  REQUIRE(request.cursor);
  CHECK(searcher.search(request));
  const std::string message =
      "cursor is that of another search or index; repeat the query, the filters and the options of "
      "ranking with it, or search again from the first page";
  Request changed = request;
  changed.query += " more";
  CHECK(searcher.search(changed).error().message == message);
  changed = request;
  changed.filters.countries = {{'G', 'R'}};
  CHECK(searcher.search(changed).error().message == message);
  Searcher other = open(other_index);
  CHECK(other.search(request).error().message == message);
  changed = request;
  changed.cursor->block.after = ArticleKey{1, 7, 1};
  CHECK(searcher.search(changed).error().message == message);
  changed.cursor->block.after = ArticleKey{1, 0, 1'000'000};
  CHECK(searcher.search(changed).error().message == message);
}

TEST_CASE("Corrected and relaxed queries have pages as well", "[searcher][article_blocks]") {
  std::vector<TestArticle> articles;
  for (int number = 100; number < 180; ++number) {
    articles.push_back({std::to_string(number),
                        "Harbour news",
                        "The harbour master number " + std::to_string(number) + " spoke.",
                        "2021-05-18",
                        {}});
  }
  const TestIndex index(articles);
  Searcher searcher = open(index);
  std::mt19937 random(1);
  for (const char* query : {"harbuor", "\"master spoke\" harbour"}) {
    const auto all = pages(searcher, {.query = query, .fold = Fold::kNone, .limit = 6}, random);
    CAPTURE(query);
    CHECK(articles_of(passages_of(all)).size() == articles.size());
    for (const Answer& page : all) {
      CHECK(page.corrected == all.front().corrected);
      CHECK(page.relaxed == all.front().relaxed);
      CHECK((page.corrected || page.relaxed));
    }
  }
}

}  // namespace dateline
