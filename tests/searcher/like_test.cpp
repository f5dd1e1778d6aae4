#include "searcher/like.h"

#include <catch2/catch.hpp>

#include "searcher/search.h"
#include "support/test_index.h"

namespace dateline {
namespace {

std::vector<TestArticle> articles() {
  std::vector<TestArticle> all = {
      {"grain",
       "Grain deal",
       "Ukraine and Turkey sign a grain export corridor deal in Istanbul.",
       "2022-07-22",
       {"UA"}},
      {"later",
       "Corridor",
       "The grain export corridor from Ukraine to Turkey is extended in Istanbul.",
       "2022-11-17",
       {"UA"}},
      {"before",
       "Talks",
       "Turkey hosts talks on a grain corridor for Ukraine; export remains blocked.",
       "2022-06-08",
       {"UA"}},
      {"budget", "Budget", "Turkey passes a budget.", "2022-06-01", {"TR"}},
      {"undated",
       "Nothing",
       "Grain corridor, without a day: Ukraine, Turkey, export, Istanbul, deal.",
       "",
       {"UA"}},
      {"german",
       "",
       "Ukraine und Turkei: grain corridor export deal Istanbul.",
       "2022-07-23",
       {"UA"},
       "de"},
  };
  for (int at = 0; at < 40; ++at) {
    all.push_back({"f" + std::to_string(at),
                   "",
                   "Football and weather, day " + std::to_string(at) + ".",
                   "2022-01-01",
                   {"NO"}});
  }
  return all;
}

class Index {
 public:
  Result<Answer> ask(Request request) { return searcher_->search(request); }

  std::string ids(const Request& request) {
    const auto answer = ask(request);
    REQUIRE(answer);
    std::string ids;
    for (const Passage& passage : answer->passages) ids += passage.article.id + " ";
    return ids;
  }

 private:
  TestIndex index_{articles()};
  Result<Searcher> searcher_ = Searcher::open(index_.path());
};

Request like(const std::string& id) {
  Request request;
  request.like = id;
  request.per_article = 1;
  return request;
}

}  // namespace

TEST_CASE("Articles that share the words of one are like it, itself left out", "[searcher][like]") {
  Index index;
  CHECK(index.ids(like("grain")) == "undated later before ");
  const auto answer = index.ask(like("grain"));
  REQUIRE(answer);
  CHECK(answer->like == "grain");
  CHECK(answer->total_articles == 3);
}

TEST_CASE("The copies of an article are not like it", "[searcher][like]") {
  std::string text = "Ukraine and Turkey sign a grain export corridor deal in Istanbul.";
  for (int at = 0; at < 30; ++at)
    text += " Ship number " + std::to_string(at) + " leaves Odesa with corn.";
  std::vector<TestArticle> all = articles();
  all.push_back({"one", "Ships leave", text, "2022-08-01", {"UA"}, "en", "wire"});
  all.push_back({"two", "Ships leave", text, "2022-08-01", {"UA"}, "en", "paper"});
  const TestIndex index(all);
  auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);
  Request request = like("one");
  for (const Fold fold : {Fold::kNone, Fold::kCopies}) {
    request.fold = fold;
    const auto answer = searcher->search(request);
    REQUIRE(answer);
    for (const Passage& passage : answer->passages) {
      CHECK(passage.article.id != "one");
      CHECK(passage.article.id != "two");
    }
  }
  request.like.clear();
  request.query = "odesa corn";
  request.fold = Fold::kNone;
  CHECK(searcher->search(request)->passages.size() == 2);
}

TEST_CASE("Background to an article was published before it", "[searcher][like]") {
  Index index;
  Request request = like("grain");
  request.before_it = true;
  CHECK(index.ids(request) == "before ");
  request.filters.to = Date{2022, 6, 1};
  CHECK(index.ids(request).empty());
  request = like("undated");
  request.before_it = true;
  const auto refused = index.ask(request);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message ==
        "before_it: the article 'undated' has no date; leave before_it out, or give --to");
}

TEST_CASE("Beside other words those of an article only rank", "[searcher][like]") {
  Index index;
  Request request = like("grain");
  request.query = "turkey";
  CHECK(index.ids(request) == "undated later before budget ");
  request.query = "budget";
  CHECK(index.ids(request) == "budget ");
}

TEST_CASE("Filters, order and number of words apply", "[searcher][like]") {
  Index index;
  Request request = like("grain");
  request.sort = Sort::kOldest;
  CHECK(index.ids(request) == "before later undated ");
  request.filters.from = Date{2022, 7, 1};
  CHECK(index.ids(request) == "later ");
  request = like("grain");
  request.min_match = MinMatch{100, true};
  CHECK(index.ids(request).empty());
}

TEST_CASE("An article that is not there is like nothing", "[searcher][like]") {
  Index index;
  const auto refused = index.ask(like("nowhere"));
  REQUIRE_FALSE(refused);
  CHECK(refused.error() == Error{ErrorKind::kMissing, "like: no article has the id 'nowhere'"});
}

}  // namespace dateline
