// The matcher against a slow answer: every article is looked through, word by word.
#include "searcher/matcher.h"

#include <cmath>
#include <map>
#include <random>

#include <catch2/catch.hpp>

#include "searcher/candidates.h"
#include "searcher/query_parser.h"
#include "support/test_index.h"

namespace dateline {
namespace {

// Words without stems, so that the slow answer need not know stemming.
const std::vector<std::string> kWords = {"baku", "cuba", "kiev",  "lima", "oslo",
                                         "rio",  "rome", "seoul", "suva", "tokyo"};

std::string random_text(std::mt19937& random, std::size_t longest) {
  std::string text = kWords[random() % kWords.size()];
  for (auto more = random() % longest; more > 0; --more)
    text += " " + kWords[random() % kWords.size()];
  return text;
}

std::vector<TestArticle> random_articles(std::mt19937& random, std::size_t count) {
  std::vector<TestArticle> articles;
  for (std::size_t at = 0; at < count; ++at) {
    articles.push_back({"a" + std::to_string(random()),
                        random() % 3 == 0 ? "" : random_text(random, 5),
                        random_text(random, 40),
                        "2020-01-01",
                        {}});
  }
  return articles;
}

std::size_t occurrences(const std::string& text, const std::string& word) {
  const std::string padded = " " + text + " ";
  std::size_t count = 0;
  for (auto at = padded.find(" " + word + " "); at != std::string::npos;
       at = padded.find(" " + word + " ", at + 1)) {
    ++count;
  }
  return count;
}

double words_in(const std::string& text) {
  return text.empty() ? 0 : static_cast<double>(std::count(text.begin(), text.end(), ' ') + 1);
}

// BM25F as ranking.h documents it, from the texts themselves.
double slow_score(const TestArticle& article, const std::vector<TestArticle>& all,
                  const std::vector<std::string>& query) {
  double title_words = 0;
  double body_words = 0;
  for (const TestArticle& one : all) {
    title_words += words_in(one.title) / static_cast<double>(all.size());
    body_words += words_in(one.text) / static_cast<double>(all.size());
  }
  double score = 0;
  for (const std::string& word : query) {
    const auto with_word =
        static_cast<double>(std::count_if(all.begin(), all.end(), [&](const auto& one) {
          return occurrences(one.title, word) + occurrences(one.text, word) > 0;
        }));
    const double title_norm = 1 - 0.3 + 0.3 * words_in(article.title) / std::max(1.0, title_words);
    const double body_norm = 1 - 0.75 + 0.75 * words_in(article.text) / std::max(1.0, body_words);
    const double x = 3.0 * static_cast<double>(occurrences(article.title, word)) / title_norm +
                     static_cast<double>(occurrences(article.text, word)) / body_norm;
    const double n = static_cast<double>(all.size());
    score += std::log(1 + (n - with_word + 0.5) / (with_word + 0.5)) * x * 2.2 / (x + 1.2);
  }
  return score;
}

}  // namespace

TEST_CASE("Matches and scores are those of looking through every article", "[searcher][matcher]") {
  std::mt19937 random(11);
  for (int round = 0; round < 5; ++round) {
    const auto first = random_articles(random, 20);
    const auto second = random_articles(random, 7);
    auto all = first;
    all.insert(all.end(), second.begin(), second.end());
    const TestIndex index(std::vector<std::vector<TestArticle>>{first, second});
    const auto snapshot = open_snapshot(index.path());
    REQUIRE(snapshot);
    Analyzer analyzer;
    const std::vector<std::string> languages{"en"};
    for (int query = 0; query < 40; ++query) {
      std::vector<std::string> words;
      for (auto more = 1 + random() % 4; more > 0; --more) {
        const std::string& word = kWords[random() % kWords.size()];
        if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
      }
      std::string text;
      for (const std::string& word : words) text += word + " ";
      CAPTURE(text);
      const QueryTerms terms = terms_of(*parse_query(text), languages, analyzer);
      const QueryPostings postings = read_postings(*snapshot, terms.words, languages);
      const Matches matches = match(*snapshot, terms, postings, languages, analyzer);
      std::vector<FilterSets> filters;
      for (const Segment& segment : snapshot->segments) {
        filters.push_back(filter_sets(segment, {}));
      }
      std::map<std::string_view, double> scores;
      for (const Candidate& candidate : choose_candidates(
               {*snapshot, terms, languages, postings, filters}, nullptr, {all.size()}, analyzer)) {
        scores[candidate.id] = candidate.score;
      }
      for (const TestArticle& article : all) {
        const bool in_second = std::any_of(second.begin(), second.end(),
                                           [&](const auto& one) { return one.id == article.id; });
        const auto& segment = snapshot->segments[in_second ? 1 : 0];
        const auto docid = find_article(segment, article.id);
        REQUIRE(docid);
        const double expected = slow_score(article, all, words);
        CHECK(scores[article.id] == Approx(expected).epsilon(1e-4));
        CHECK(matches[in_second ? 1 : 0].contains(*docid) == (expected > 0));
      }
    }
  }
}

TEST_CASE("A phrase matches where its words stand side by side", "[searcher][matcher]") {
  std::mt19937 random(12);
  const auto articles = random_articles(random, 60);
  const TestIndex index(articles);
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  Analyzer analyzer;
  const std::vector<std::string> languages{"en"};
  for (int query = 0; query < 60; ++query) {
    const std::string phrase = random_text(random, 2) + " " + random_text(random, 1);
    CAPTURE(phrase);
    const QueryTerms terms = terms_of(*parse_query("\"" + phrase + "\""), languages, analyzer);
    const QueryPostings postings = read_postings(*snapshot, terms.words, languages);
    const Matches matches = match(*snapshot, terms, postings, languages, analyzer);
    for (const TestArticle& article : articles) {
      const auto docid = find_article(snapshot->segments[0], article.id);
      const bool expected =
          occurrences(article.title, phrase) + occurrences(article.text, phrase) > 0;
      CHECK(matches[0].contains(*docid) == expected);
    }
  }
}

TEST_CASE("Once the time is over no more phrases are verified", "[searcher][matcher]") {
  std::vector<TestArticle> articles;
  for (int at = 0; at < 1000; ++at) {
    articles.push_back({"a" + std::to_string(at), "", "Baku and Lima talk.", "2020-01-01", {}});
  }
  const TestIndex index(articles);
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  Analyzer analyzer;
  const std::vector<std::string> languages = {"en"};
  const QueryTerms terms = terms_of(*parse_query("\"and lima\""), languages, analyzer);
  const QueryPostings postings = read_postings(*snapshot, terms.words, languages);
  // A clock that is a millisecond later each time it is asked.
  auto now = std::chrono::steady_clock::time_point{};
  const auto clock = [&now] { return now += std::chrono::milliseconds(1); };
  const auto found_within = [&](std::size_t timeout_ms) {
    return match(*snapshot, terms, postings, languages, analyzer, Deadline(clock, timeout_ms))
        .at(0)
        .count();
  };
  CHECK(found_within(0) == 1000);
  CHECK(found_within(1000) == 1000);
  CHECK(found_within(5) > 0);
  CHECK(found_within(5) < 1000);
}

}  // namespace dateline
