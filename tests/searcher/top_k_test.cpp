#include "searcher/top_k.h"

#include <catch2/catch.hpp>

#include "searcher/article_set.h"
#include "searcher/exhaustive_scores.h"
#include "tests/support/small_impacts.h"

namespace dateline {
namespace {

struct RandomQuery {
  std::vector<ImpactList> lists;
  ScoringQuery query;
};

double between(std::mt19937& random, double low, double high) {
  return std::uniform_real_distribution<double>(low, high)(random);
}

// One to five words; averages that may be far from those of the bounds.
void fill(RandomQuery& random_query, std::mt19937& random, const Terms& terms,
          const Impacts& impacts) {
  const std::size_t words = 1 + random() % 5;
  for (std::size_t at = 0; at < words; ++at) {
    const auto id = terms.find(0, "t" + std::to_string(random() % 13));
    random_query.lists.push_back(id ? impacts.list(*id) : ImpactList{});
  }
  for (std::size_t at = 0; at < words; ++at) {
    random_query.query.words.push_back(
        {between(random, 0.01, 12), std::span(random_query.lists).subspan(at, 1)});
  }
  random_query.query.statistics = impacts.statistics();
  if (random() % 2 == 0) {
    random_query.query.statistics = {between(random, 1, 8), between(random, 1, 40)};
  }
}

ArticleSet random_set(std::mt19937& random, const Columns& columns) {
  ArticleSet set(columns.last_docid());
  const unsigned one_in = 1U << (random() % 7);
  for (std::uint32_t docid = 1; docid <= columns.last_docid(); ++docid) {
    if (columns.present(docid) && random() % one_in == 0) set.add(docid);
  }
  return set;
}

std::vector<std::pair<std::uint32_t, double>> ranked(BestCandidates best) {
  std::vector<std::pair<std::uint32_t, double>> ranking;
  for (const Candidate& candidate : best.take()) {
    ranking.emplace_back(candidate.docid, candidate.score);
  }
  return ranking;
}

// The articles that have a word.
ArticleSet articles_with(std::span<const ImpactList> lists, const Columns& columns) {
  ArticleSet articles(columns.last_docid());
  for (const ImpactList& list : lists) list.add_to(articles.words());
  return articles;
}

// What the roles of the words say, one article at a time.
bool matches(const ScoringQuery& query, std::span<const ArticleSet> with_word,
             std::uint32_t docid) {
  bool any_required = false;
  bool any = false;
  bool all = true;
  for (std::size_t at = 0; at < query.words.size(); ++at) {
    const bool has = with_word[at].contains(docid);
    if (query.words[at].role == WordRole::kRequired) {
      any_required = true;
      all = all && has;
    }
    any = any || (query.words[at].role == WordRole::kSuffices && has);
  }
  return any_required ? all : any;
}

}  // namespace

TEST_CASE("The best of some are the best of all, to the last bit and in the same order",
          "[searcher][top_k]") {
  const auto last_docid = GENERATE(1U, 64U, 700U, 5000U);
  std::mt19937 random(last_docid);
  const SmallImpacts given(last_docid, last_docid, kInvertedAtOnce);
  const auto impacts = Impacts::open(given.path(), kSmallUuid);
  REQUIRE(impacts);
  const Terms terms = given.terms();
  const Columns columns = given.columns();
  std::size_t scored = 0;
  for (int round = 0; round < 500; ++round) {
    RandomQuery random_query;
    fill(random_query, random, terms, *impacts);
    const ArticleSet among = random_set(random, columns);
    const std::size_t most = round % 5 == 0 ? random() % 200 : random() % 12;
    CAPTURE(round, most, random_query.lists.size());

    const std::vector<float> scores = exhaustive_scores(columns, random_query.query);
    BestCandidates expected({&columns}, most);
    among.for_each([&](std::uint32_t docid) {
      if (scores[docid] > 0) expected.offer(0, docid, scores[docid]);
    });
    BestCandidates found({&columns}, most);
    top_k({columns, random_query.query, impacts->statistics(), {among.words(), {}, last_docid}}, 0,
          found);
    const auto ranking = ranked(std::move(found));
    CHECK(ranking == ranked(std::move(expected)));
    scored += ranking.size();
  }
  CHECK(scored > 20);  // even where there is one article and half of the words are not in it
}

TEST_CASE("Words may be required, only add or be unwanted, and articles may be refused at last",
          "[searcher][top_k]") {
  const auto last_docid = GENERATE(1U, 700U, 20000U);
  std::mt19937 random(last_docid + 1);
  const SmallImpacts given(last_docid, last_docid, kInvertedAtOnce);
  const auto impacts = Impacts::open(given.path(), kSmallUuid);
  REQUIRE(impacts);
  const Terms terms = given.terms();
  const Columns columns = given.columns();
  std::size_t ranked_articles = 0;
  std::size_t refused = 0;
  for (int round = 0; round < 400; ++round) {
    RandomQuery random_query;
    fill(random_query, random, terms, *impacts);
    ScoringQuery& scoring = random_query.query;
    const unsigned kind = static_cast<unsigned>(random() % 3);
    for (ScoredWord& word : scoring.words) {
      if (random() % 3 == 0) word.role = WordRole::kAdds;
      if (kind == 1 && random() % 2 == 0) word.role = WordRole::kRequired;
      if (kind == 2) word.role = WordRole::kRequired;
    }
    std::vector<ImpactList> unwanted;
    if (const auto id = terms.find(0, "t" + std::to_string(1 + random() % 12));
        id && random() % 3 == 0) {
      unwanted.push_back(impacts->list(*id));
    }
    const ArticleSet passing = random_set(random, columns);
    const ArticleSet deleted = random_set(random, columns);
    const bool filtered = random() % 2 == 0;
    const bool some_deleted = random() % 2 == 0;
    const unsigned refuses = random() % 4;
    const auto accepts = [&](std::uint32_t docid) {
      return refuses == 0 || docid * 2654435761U % (refuses + 1) == 0;
    };

    TopKQuery query{
        columns,
        scoring,
        impacts->statistics(),
        {filtered ? passing.words() : std::span<const std::uint64_t>(),
         some_deleted ? deleted.words() : std::span<const std::uint64_t>(), last_docid}};
    if (!unwanted.empty()) query.without.push_back(unwanted);
    if (refuses != 0) {
      query.accepts = [&](std::uint32_t docid) {
        const bool accepted = accepts(docid);
        refused += accepted ? 0 : 1;
        return accepted;
      };
      query.expects = [](std::uint32_t) {};
    }
    const std::size_t most = random() % 30;
    CAPTURE(round, kind, most, filtered, some_deleted, refuses, scoring.words.size());

    std::vector<ArticleSet> with_word;
    for (const ScoredWord& word : scoring.words) {
      with_word.push_back(articles_with(word.lists, columns));
    }
    const ArticleSet without = articles_with(unwanted, columns);
    const std::vector<float> scores = exhaustive_scores(columns, scoring);
    BestCandidates expected({&columns}, most);
    for (std::uint32_t docid = 1; docid <= last_docid; ++docid) {
      const bool wanted = matches(scoring, with_word, docid) && !without.contains(docid) &&
                          (!filtered || passing.contains(docid)) &&
                          (!some_deleted || !deleted.contains(docid)) && accepts(docid);
      if (wanted) expected.offer(0, docid, scores[docid]);
    }
    BestCandidates found({&columns}, most);
    top_k(query, 0, found);
    const auto ranking = ranked(std::move(found));
    CHECK(ranking == ranked(std::move(expected)));
    ranked_articles += ranking.size();
  }
  if (last_docid > 1) CHECK((ranked_articles > 500 && refused > 100));
}

TEST_CASE("Docids beyond the segment, as damaged lists hold, are not offered",
          "[searcher][top_k]") {
  const SmallImpacts given(9, 700, kInvertedAtOnce);
  const auto impacts = Impacts::open(given.path(), kSmallUuid);
  REQUIRE(impacts);
  const Columns columns = given.columns();
  const bool with_long_list = GENERATE(false, true);
  std::vector<ImpactList> lists(2);
  lists[0].few = {{0, 1, 1}, {5, 0, 2}, {701, 0, 9}, {767, 0, 9}, {4'000'000'000, 1, 9}};
  if (with_long_list) lists[1] = impacts->list(*given.terms().find(0, "t0"));
  ScoringQuery scoring;
  scoring.words.push_back({5, std::span(lists).first(1)});
  scoring.words.push_back({1e-6, std::span(lists).subspan(1)});
  BestCandidates best({&columns}, 5);
  top_k({columns, scoring, impacts->statistics(), {{}, {}, columns.last_docid()}}, 0, best);
  const auto ranking = ranked(std::move(best));
  REQUIRE(ranking.size() == (with_long_list ? 5 : 1));
  CHECK(ranking.front().first == 5);
  for (const auto& [docid, score] : ranking) CHECK((docid >= 1 && docid <= 700));
}

TEST_CASE("What an earlier segment gave raises the bar of the next", "[searcher][top_k]") {
  const SmallImpacts given(8, 3000, kInvertedAtOnce);
  const auto impacts = Impacts::open(given.path(), kSmallUuid);
  REQUIRE(impacts);
  const Terms terms = given.terms();
  const Columns columns = given.columns();
  std::mt19937 random(2);
  for (int round = 0; round < 100; ++round) {
    RandomQuery random_query;
    fill(random_query, random, terms, *impacts);
    const ArticleSet first = random_set(random, columns);
    const ArticleSet second = random_set(random, columns);
    BestCandidates expected({&columns, &columns}, 10);
    BestCandidates found({&columns, &columns}, 10);
    const std::vector<float> scores = exhaustive_scores(columns, random_query.query);
    for (const std::size_t segment : {0U, 1U}) {
      const ArticleSet& among = segment == 0 ? first : second;
      among.for_each([&](std::uint32_t docid) {
        if (scores[docid] > 0) expected.offer(segment, docid, scores[docid]);
      });
      top_k({columns,
             random_query.query,
             impacts->statistics(),
             {among.words(), {}, columns.last_docid()}},
            segment, found);
    }
    CHECK(ranked(std::move(found)) == ranked(std::move(expected)));
  }
}

}  // namespace dateline
