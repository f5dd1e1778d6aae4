#include "searcher/counted_hits.h"

#include <catch2/catch.hpp>

#include "searcher/search.h"
#include "support/test_index.h"

namespace dateline {
namespace {

// What is highlighted, with bars between.
std::string marked(const TestIndex& index, const std::string& rules, const std::string& query) {
  const auto synonyms = parse_synonyms(rules, "words.txt");
  REQUIRE(synonyms);
  auto searcher = Searcher::open(index.path(), std::make_shared<Synonyms>(*synonyms));
  REQUIRE(searcher);
  const auto answer = searcher->search({.query = query});
  REQUIRE(answer);
  std::string text;
  for (const Passage& passage : answer->passages) {
    for (const ByteRange& range : passage.highlights) {
      text += (text.empty() ? "" : "|") + passage.text.substr(range.start, range.size());
    }
  }
  return text;
}

}  // namespace

TEST_CASE("Highlights mark synonyms, several words only where they stand side by side",
          "[searcher][synonyms]") {
  const TestIndex index({{"one",
                          "Title",
                          "A kingdom in the united front. Britain, or the United Kingdom, sent a "
                          "minister. The UK paid.",
                          "2021-05-18",
                          {}}});
  const std::string rules = "uk => united kingdom, britain\nsent minister => paid";
  const auto [query, highlights] = GENERATE(table<std::string, std::string>({
      {"uk", "Britain|United|Kingdom|UK"},
      {"\"uk\"", "UK"},
      {"uk \"the united front\"", "the|united|front|Britain|the|United|Kingdom|The|UK"},
      {"uk front", "front|Britain|United|Kingdom|UK"},
      {"sent minister", "sent|minister|paid"},
      {"britain", "Britain"},
  }));
  CAPTURE(query);
  CHECK(marked(index, rules, query) == highlights);
}

}  // namespace dateline
