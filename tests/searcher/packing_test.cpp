#include "searcher/packing.h"

#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "searcher/answer_markdown.h"
#include "searcher/search.h"
#include "searcher/token_estimate.h"
#include "support/test_index.h"

namespace dateline {
namespace {

Passage passage_of(const std::string& text) {
  Passage passage;
  passage.rank = 1;
  passage.text = text;
  passage.range = {100, 100 + text.size()};
  return passage;
}

// The sentences of "One. Two." at 100, each with its blank.
std::vector<ByteRange> sentences_of(const std::string& text) {
  std::vector<ByteRange> sentences;
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t stop = std::min(text.find('.', start), text.size() - 1) + 1;
    sentences.push_back({100 + start, 100 + stop});
    start = stop;
  }
  return sentences;
}

// Articles of sentences about a ferry, many of them copies of others in part.
std::vector<TestArticle> random_articles(std::mt19937& random) {
  const std::vector<std::string> pool = {
      "The ferry sails again.", "Паром снова ходит через пролив, сообщил порт ferry.",
      "渡船 ferry が港に着いた。", "Nobody saw it.",
      "A ferry and a second ferry met at the old pier of Rhodes."};
  std::vector<TestArticle> articles;
  for (int number = 0; number < 40; ++number) {
    std::string text;
    const std::size_t sentences = 1 + random() % 12;
    for (std::size_t at = 0; at < sentences; ++at) {
      text += pool[random() % pool.size()];
      if (random() % 2 == 0) text += " Note " + std::to_string(random() % 1000) + " of the ferry.";
      text += random() % 4 == 0 ? "\n" : " ";
    }
    articles.push_back({"a" + std::to_string(number),
                        "Ferry " + std::to_string(number % 7),
                        text,
                        "2021-05-18",
                        {}});
  }
  return articles;
}

std::size_t characters(const std::string& text) { return code_points(text); }

}  // namespace

TEST_CASE("Without a budget everything fits and nothing repeats", "[searcher][packing]") {
  Packer packer{Request{}};
  const Passage passage = passage_of("One. Two.");
  for (int time = 0; time < 2; ++time) {
    CHECK(packer.fits(passage));
    CHECK_FALSE(packer.repeats(passage, sentences_of(passage.text)));
    packer.take(passage, sentences_of(passage.text));
  }
}

TEST_CASE("A passage of which half is shown already is a repeat", "[searcher][packing]") {
  const auto [text, repeats] = GENERATE(table<std::string, bool>({
      {"The ferry sails. The pier is old.", true},
      {"The  pier\nis old. The ferry sails.", true},
      {"The pier is old. New.", true},
      {"The pier is old. This sentence is longer than the other.", false},
      {"Nothing of it.", false},
  }));
  Request request;
  request.max_chars = 10000;
  Packer packer(request);
  const std::string first = "The ferry sails. The pier is old.";
  packer.take(passage_of(first), sentences_of(first));
  CAPTURE(text);
  CHECK(packer.repeats(passage_of(text), sentences_of(text)) == repeats);
}

TEST_CASE("A budget is never exceeded, and what is left out is counted", "[searcher][packing]") {
  std::mt19937 random(7);
  const TestIndex index(random_articles(random));
  auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);
  std::size_t left_out = 0;
  std::size_t shown = 0;
  for (int round = 0; round < 300; ++round) {
    Request request;
    request.query = "ferry";
    request.limit = 100;
    request.facets = false;
    request.passage_words = 10 + random() % 60;
    request.context = random() % 3;
    if (round % 3 != 1) request.max_chars = 1 + random() % 3000;
    if (round % 3 != 0) request.max_tokens = 1 + random() % 900;
    const auto answer = searcher->search(request);
    REQUIRE(answer);
    const std::string prompt = to_markdown(*answer);
    CAPTURE(request.max_chars, request.max_tokens, prompt);
    if (request.max_chars > 0) CHECK(characters(prompt) <= request.max_chars);
    if (request.max_tokens > 0) CHECK(estimated_tokens(prompt, true) <= request.max_tokens);
    std::set<std::string> texts;
    std::size_t rank = 0;
    for (const Passage& passage : answer->passages) {
      CHECK(texts.insert(passage.text).second);
      CHECK(passage.rank == ++rank);
    }
    Request whole = request;
    whole.max_chars = whole.max_tokens = 0;
    whole.limit = kMaxLimit;
    const auto all = searcher->search(whole);
    REQUIRE(all);
    CHECK(answer->passages.size() + answer->left_out.passages == all->passages.size());
    CHECK(answer->left_out.repeated <= answer->left_out.passages);
    for (const std::string& id : answer->left_out.articles) {
      for (const Passage& passage : answer->passages) CHECK(passage.article.id != id);
    }
    left_out += answer->left_out.passages;
    shown += answer->passages.size();
  }
  CHECK(left_out > 0);
  CHECK(shown > 0);
}

TEST_CASE("What does not fit is skipped for what does", "[searcher][packing]") {
  const std::string filler =
      " It went on for a long time and nobody knew why it had to be so long.";
  std::string long_text = "The ferry ferry ferry sails.";
  for (int at = 0; at < 5; ++at) long_text += filler;
  const TestIndex index({{"long", "Ferry ferry", long_text, "2021", {}},
                         {"short", "News", "A ferry sails.", "2021", {}}});
  auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);
  Request request;
  request.query = "ferry";
  request.max_chars = 120;
  const auto answer = searcher->search(request);
  REQUIRE(answer);
  REQUIRE(answer->passages.size() == 1);
  CHECK(answer->passages[0].article.id == "short");
  CHECK(answer->left_out.passages == 1);
  CHECK(answer->left_out.repeated == 0);
  CHECK(answer->left_out.articles == std::vector<std::string>{"long"});
}

TEST_CASE("A budget too small for anything gives no passages and no error", "[searcher][packing]") {
  const TestIndex index({{"a", "News", "A ferry sails.", "2021", {}}});
  auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);
  Request request;
  request.query = "ferry";
  request.max_tokens = 1;
  const auto answer = searcher->search(request);
  REQUIRE(answer);
  CHECK(answer->passages.empty());
  CHECK(answer->total_articles == 1);
  CHECK(answer->left_out.articles == std::vector<std::string>{"a"});
}

}  // namespace dateline
