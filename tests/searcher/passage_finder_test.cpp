#include "searcher/passage_finder.h"

#include <catch2/catch.hpp>

#include "searcher/query_parser.h"

namespace dateline {
namespace {

const std::string kText =
    "The ministers met on Tuesday. Talks lasted three hours.\n\n"
    "They praised the Cuban doctors who came during the pandemic. A clinic will open next year.\n\n"
    "Trade grew as well. The Cuban side said so twice. Nobody spoke of sugar.";

// The passages of kText below a title for a query.
std::vector<ScoredPassage> scored_passages(const std::string& words, std::size_t passage_words,
                                           std::size_t most, const std::string& title = "") {
  Analyzer analyzer;
  const std::vector<std::string> languages{"en"};
  const QueryTerms terms = terms_of(*parse_query(words), languages, analyzer);
  const std::vector<double> weights(terms.words.size(), 1.0);
  Article article;
  article.title = title;
  article.text = kText;
  article.language = "en";
  const WordFinder finder(terms, 0);
  return find_passages(hits_in_text(article, finder, analyzer),
                       {terms, weights, passage_words, most}, finder);
}

// The same as texts.
std::vector<std::string> passages(const std::string& words, std::size_t passage_words,
                                  std::size_t most = 10) {
  std::vector<std::string> texts;
  for (const ScoredPassage& passage : scored_passages(words, passage_words, most)) {
    texts.emplace_back(slice(kText, passage.range));
  }
  return texts;
}

}  // namespace

TEST_CASE("The window with most of the evidence comes first", "[searcher][passage_finder]") {
  const auto found = passages("Cuban doctors pandemic", 12);
  REQUIRE(found.size() == 2);
  CHECK(found[0] == "They praised the Cuban doctors who came during the pandemic.");
  CHECK(found[1].find("The Cuban side said so twice.") != std::string::npos);
}

TEST_CASE("A window has whole sentences, as many as fit", "[searcher][passage_finder]") {
  CHECK(passages("clinic", 16, 1).front() ==
        "They praised the Cuban doctors who came during the pandemic. A clinic will open next "
        "year.");
  CHECK(passages("clinic", 3, 1).front() == "A clinic will open next year.");
}

TEST_CASE("Without any of the words the article's opening stands for it",
          "[searcher][passage_finder]") {
  CHECK(passages("zeppelin", 10) ==
        std::vector<std::string>{"The ministers met on Tuesday. Talks lasted three hours."});
}

TEST_CASE("Words side by side beat the same words apart", "[searcher][passage_finder]") {
  CHECK(passages("trade grew", 5, 1).front() == "Trade grew as well.");
  CHECK(passages("\"three hours\"", 6, 1).front() == "Talks lasted three hours.");
}

TEST_CASE("The opening wins over equal evidence further down", "[searcher][passage_finder]") {
  CHECK(passages("ministers clinic", 5, 1).front() == "The ministers met on Tuesday.");
}

TEST_CASE("A word of the title counts for passages that have others",
          "[searcher][passage_finder]") {
  const auto without = scored_passages("sugar zeppelin", 5, 10);
  const auto with = scored_passages("sugar zeppelin", 5, 10, "The zeppelin");
  REQUIRE(without.size() == 1);
  REQUIRE(with.size() == 1);
  CHECK(with.front().range == without.front().range);
  CHECK(with.front().score > without.front().score);
  const auto title_alone = scored_passages("zeppelin", 5, 10, "The zeppelin");
  REQUIRE(title_alone.size() == 1);
  CHECK(title_alone.front().score == 0);
}

}  // namespace dateline
