#include "indexer/markdown.h"

#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

const std::string kLinks = "[a](/a) [b](/b) [c](/c)\n\n";

std::string words_of(const std::string& text) {
  const auto words = without_markdown(kLinks + text);
  REQUIRE(words);
  REQUIRE(words->starts_with("a b c\n\n"));
  return words->substr(std::string("a b c\n\n").size());
}

}  // namespace

TEST_CASE("A text with few links is left as it is", "[indexer][markdown]") {
  const std::string text = GENERATE("", "# A heading\n\n* one\n* two", "x[1](note) y[2](note)",
                                    "[a](/a) and [b](/b)", "f](x) g](y) h](z)");
  CHECK_FALSE(without_markdown(text));
}

TEST_CASE("Marks go, words stay", "[indexer][markdown]") {
  const auto [text, words] = GENERATE(table<std::string, std::string>({
      {"# Harbour plan", "Harbour plan"},
      {"  * [News](https://example.org/2019/04/28/x)", "News"},
      {"  * * two", "two"},
      {"> **12 March** 2021", "12 March 2021"},
      {"![The quay](/img/2019.jpg)", "The quay"},
      {"[![quay](/q.jpg)](/2019/04/28/)", "quay"},
      {"see [this](/a_(b)) page", "see this page"},
      {"see [this](/a \"A title\") page", "see this page"},
      {"he said [sic] so", "he said [sic] so"},
      {"3 - 5", "3 - 5"},
      {"-5 degrees", "-5 degrees"},
      {"an end ](", "an end ]("},
  }));
  CAPTURE(text);
  CHECK(words_of(text) == words);
}

TEST_CASE("A wrapped paragraph becomes one line", "[indexer][markdown]") {
  CHECK(words_of("on 12\nMarch 2021\n\nnext") == "on 12 March 2021\n\nnext");
  CHECK(words_of("By Ann  \n12 March 2021") == "By Ann\n12 March 2021");
  CHECK(words_of("one\n  * two\n  * three") == "one\ntwo\nthree");
  CHECK(words_of("one\n\n* * *\n\ntwo") == "one\n\n\n\ntwo");
}

TEST_CASE("Any text ends, and no letter is made up", "[indexer][markdown]") {
  const std::vector<std::string> pieces = {"[", "]", "(",      ")",   "](", "**", "# ", "\n",
                                           " ", "a", "\u00E9", "](/", "![", "\"", "* ", "|"};
  std::mt19937 random(5);
  for (int round = 0; round < 2'000; ++round) {
    std::string text = kLinks;
    for (int i = 0; i < 30; ++i) text += pieces[random() % pieces.size()];
    CAPTURE(text);
    const auto words = without_markdown(text);
    REQUIRE(words);
    CHECK(words->size() <= text.size() + 2);
  }
  CHECK(without_markdown(kLinks + std::string(200'000, '[')));
  std::string links;
  for (int i = 0; i < 50'000; ++i) links += "](/";
  CHECK(without_markdown(links));
}

}  // namespace dateline
