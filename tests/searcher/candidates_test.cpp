// The best articles are the same whether all matches are known before or are found on the way, and
// whether the segments have bounds of scores or not.
#include "searcher/candidates.h"

#include <random>

#include <catch2/catch.hpp>

#include "indexer/delete_articles.h"
#include "searcher/query_parser.h"
#include "support/test_index.h"

namespace dateline {
namespace {

const std::vector<std::string> kWords = {"baku", "cuba", "kiev", "lima",  "oslo",
                                         "rio",  "rome", "the",  "seoul", "suva"};

// The first words are the common ones.
const std::string& any_word(std::mt19937& random) {
  std::size_t at = 0;
  while (at + 1 < kWords.size() && random() % 3 != 0) ++at;
  return kWords[at];
}

std::string random_text(std::mt19937& random, std::size_t longest) {
  std::string text = any_word(random);
  for (auto more = random() % longest; more > 0; --more) text += " " + any_word(random);
  return text;
}

std::vector<TestArticle> random_articles(std::mt19937& random, std::size_t count) {
  std::vector<TestArticle> articles;
  for (std::size_t at = 0; at < count; ++at) {
    articles.push_back({"a" + std::to_string(random()),
                        random() % 3 == 0 ? "" : random_text(random, 4),
                        random_text(random, 30),
                        random() % 2 == 0 ? "2020-01-01" : "2021-06-30",
                        {random() % 2 == 0 ? "AZ" : "CU"}});
  }
  return articles;
}

std::string random_query(std::mt19937& random) {
  std::string query;
  for (auto more = random() % 3; more > 0; --more) query += any_word(random) + " ";
  for (auto more = random() % 2; more > 0; --more) query += "\"" + any_word(random) + "\" ";
  if (random() % 2 == 0) {
    query += "\"" + any_word(random) + " " + any_word(random);
    query += random() % 3 == 0 ? " " + any_word(random) + "\" " : "\" ";
  }
  if (random() % 5 == 0) query += "-" + any_word(random) + " ";
  if (random() % 5 == 0) query += "-\"" + any_word(random) + " " + any_word(random) + "\" ";
  return query.empty() ? any_word(random) : query;
}

using Ranking = std::vector<std::pair<std::string, double>>;

Ranking ranking_of(const std::vector<Candidate>& candidates) {
  Ranking ranking;
  for (const Candidate& one : candidates) ranking.emplace_back(one.id, one.score);
  return ranking;
}

}  // namespace

TEST_CASE("The best are the same with all matches known before, found on the way, or all scored",
          "[searcher][candidates]") {
  std::mt19937 random(31);
  std::size_t found = 0;
  for (int round = 0; round < 6; ++round) {
    std::vector<std::vector<TestArticle>> segments;
    for (auto more = 1 + random() % 3; more > 0; --more) {
      segments.push_back(random_articles(random, round == 0 ? 900 : 1 + random() % 200));
    }
    const TestIndex index(segments);
    std::vector<std::string> deleted;
    for (const TestArticle& article : segments.front()) {
      if (random() % 7 == 0) deleted.push_back(article.id);
    }
    if (!deleted.empty()) REQUIRE(delete_articles(index.path(), deleted));
    const auto fast = open_snapshot(index.path());
    auto slow = open_snapshot(index.path());
    REQUIRE(fast);
    REQUIRE(slow);
    for (Segment& segment : slow->segments) segment.impacts.reset();
    Analyzer analyzer;
    const std::vector<std::string> languages{"en"};
    for (int asked = 0; asked < 200; ++asked) {
      const std::string text = random_query(random);
      Filters passing;
      if (random() % 3 == 0) passing.countries = {{'A', 'Z'}};
      if (random() % 4 == 0) passing.from = Date{2021, 1, 1};
      const std::size_t most = 1 + random() % 20;
      std::optional<Recency> recency;
      if (random() % 2 == 0) recency = Recency{1 + static_cast<int>(random() % 500), 18900};
      CAPTURE(round, text, most);
      const QueryTerms terms = terms_of(*parse_query(text), languages, analyzer);
      const auto best = [&](const Snapshot& snapshot, bool know_matches, const Stretch& wanted) {
        const QueryPostings postings = read_postings(snapshot, terms.words, languages);
        std::vector<FilterSets> filters;
        for (const Segment& segment : snapshot.segments) {
          filters.push_back(filter_sets(segment, passing));
        }
        const Matches matches = match(snapshot, terms, postings, languages, analyzer);
        return choose_candidates({snapshot, terms, languages, postings, filters, recency},
                                 know_matches ? &matches : nullptr, wanted, analyzer);
      };
      const std::vector<Candidate> first = best(*slow, true, {2 * most, {}});
      const Ranking all = ranking_of(first);
      const Ranking expected(all.begin(), all.begin() + std::min(most, all.size()));
      CHECK(ranking_of(best(*fast, true, {most, {}})) == expected);
      CHECK(ranking_of(best(*fast, false, {most, {}})) == expected);
      found += expected.size();
      if (all.size() < most) continue;
      const Ranking rest(all.begin() + most, all.end());
      CHECK(ranking_of(best(*slow, true, {most, first[most - 1]})) == rest);
      CHECK(ranking_of(best(*fast, true, {most, first[most - 1]})) == rest);
      CHECK(ranking_of(best(*fast, false, {most, first[most - 1]})) == rest);
    }
  }
  CHECK(found > 2000);
}

}  // namespace dateline
