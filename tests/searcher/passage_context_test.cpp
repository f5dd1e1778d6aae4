#include "searcher/passage_context.h"

#include <map>
#include <random>

#include <catch2/catch.hpp>

#include "searcher/search.h"
#include "support/test_index.h"

namespace dateline {
namespace {

const std::string kText =
    "First came rain. Then wind came up. The ferry stayed in port. Nobody was hurt. "
    "Das Meer blieb grau. Море было серым.";

Answer answer_with(const TestIndex& index, std::size_t context, std::size_t words = 10) {
  auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);
  Request request;
  request.query = "ferry";
  request.passage_words = words;
  request.per_article = 10;
  request.context = context;
  auto answer = searcher->search(request);
  REQUIRE(answer);
  return *answer;
}

}  // namespace

TEST_CASE("Sentences around a passage are shown where asked for", "[searcher][passage_context]") {
  const TestIndex index({{"a", "Storm", kText, "2021", {}}});
  const Answer without = answer_with(index, 0);
  REQUIRE(without.passages.size() == 1);
  CHECK(without.passages[0].before.empty());
  CHECK(without.passages[0].after.empty());
  const Answer with = answer_with(index, 1);
  REQUIRE(with.passages.size() == 1);
  CHECK(with.passages[0].text == without.passages[0].text);
  const std::string around =
      with.passages[0].before + with.passages[0].text + with.passages[0].after;
  CHECK(kText.find(around) != std::string::npos);
  CHECK(around.size() > with.passages[0].text.size());
  const Answer all = answer_with(index, 100);
  CHECK(all.passages[0].before + all.passages[0].text + all.passages[0].after == kText);
}

TEST_CASE("Passages and what is around them never show a byte twice",
          "[searcher][passage_context]") {
  std::mt19937 random(3);
  for (int round = 0; round < 60; ++round) {
    std::string text;
    const std::size_t sentences = 2 + random() % 30;
    for (std::size_t at = 0; at < sentences; ++at) {
      text += random() % 3 == 0 ? "The ferry came in on time today." : "Море было серым.";
      text += random() % 3 == 0 ? "\n" : " ";
    }
    const TestIndex index({{"a", "Storm", text, "2021", {}}});
    const Answer answer = answer_with(index, random() % 5, 10 + random() % 20);
    const std::string stored = [&] {
      auto searcher = Searcher::open(index.path());
      return searcher->article("a")->text;
    }();
    std::map<std::size_t, std::size_t> shown;  // start -> end
    for (const Passage& passage : answer.passages) {
      const std::size_t start = passage.range.start - passage.before.size();
      const std::size_t end = passage.range.end + passage.after.size();
      CHECK(stored.substr(start, end - start) == passage.before + passage.text + passage.after);
      shown[start] = end;
    }
    CHECK(shown.size() == answer.passages.size());
    std::size_t last = 0;
    for (const auto& [start, end] : shown) {
      CHECK(start >= last);
      last = end;
    }
  }
}

}  // namespace dateline
