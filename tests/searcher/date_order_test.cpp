// The first articles by date against sorting all of them.
#include "searcher/date_order.h"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "support/test_index.h"

namespace dateline {
namespace {

struct Known {
  std::string id;
  std::optional<Date> date;
};

// Few days, so that many articles share one; some months and years; some without a date.
std::vector<TestArticle> random_articles(std::mt19937& random, std::size_t count) {
  std::vector<TestArticle> articles;
  for (std::size_t at = 0; at < count; ++at) {
    TestArticle article;
    article.id = "a" + std::to_string(random());
    article.text = "Rain fell.";
    article.date = to_iso(date_from_day_number(18990 + static_cast<int>(random() % 40)));
    if (random() % 5 == 0) article.date.resize(random() % 2 == 0 ? 4 : 7);
    if (random() % 5 == 0) article.date.clear();
    articles.push_back(article);
  }
  return articles;
}

std::vector<std::string> sorted_ids(std::vector<Known> articles, Sort sort, std::size_t most) {
  std::sort(articles.begin(), articles.end(), [sort](const Known& left, const Known& right) {
    if (left.date.has_value() != right.date.has_value()) return left.date.has_value();
    const std::int32_t left_day = left.date ? interval_of(*left.date)->last : 0;
    const std::int32_t right_day = right.date ? interval_of(*right.date)->last : 0;
    if (left_day != right_day) return (sort == Sort::kNewest) == (left_day > right_day);
    return left.id < right.id;
  });
  std::vector<std::string> ids;
  for (const Known& article : articles) {
    if (ids.size() < most) ids.push_back(article.id);
  }
  return ids;
}

std::vector<std::string> ids_of(const std::vector<Candidate>& found) {
  std::vector<std::string> ids;
  for (const Candidate& one : found) ids.emplace_back(one.id);
  return ids;
}

}  // namespace

TEST_CASE("The first by date are those that sorting all would put first",
          "[searcher][date_order]") {
  std::mt19937 random(12);
  for (int round = 0; round < 10; ++round) {
    std::vector<std::vector<TestArticle>> segments;
    for (auto more = 1 + random() % 3; more > 0; --more) {
      segments.push_back(random_articles(random, 1 + random() % 300));
    }
    const TestIndex index(segments);
    const auto snapshot = open_snapshot(index.path());
    REQUIRE(snapshot);
    for (int asked = 0; asked < 60; ++asked) {
      const std::size_t share = std::vector<std::size_t>{1, 2, 10, 100}[random() % 4];
      std::vector<ArticleSet> among;
      std::vector<Known> known;
      for (const Segment& segment : snapshot->segments) {
        ArticleSet& set = among.emplace_back(segment.entry.last_docid);
        for (std::uint32_t docid = 1; docid <= segment.entry.last_docid; ++docid) {
          if (!segment.alive(docid) || random() % share != 0) continue;
          set.add(docid);
          const Date date = segment.columns.date(docid);
          known.push_back({std::string(segment.columns.id(docid)),
                           date.year == 0 ? std::nullopt : std::optional(date)});
        }
      }
      const Sort sort = random() % 2 == 0 ? Sort::kNewest : Sort::kOldest;
      const std::size_t most = 1 + random() % 30;
      const auto first = first_by_date(*snapshot, among, most, sort);
      std::vector<std::string> ids = ids_of(first);
      CAPTURE(round, asked, share, most);
      CHECK(ids == sorted_ids(known, sort, most));
      if (first.empty()) continue;
      const auto next = ids_of(first_by_date(*snapshot, among, most, sort, first.back()));
      ids.insert(ids.end(), next.begin(), next.end());
      CHECK(ids == sorted_ids(known, sort, 2 * most));
    }
  }
}

}  // namespace dateline
