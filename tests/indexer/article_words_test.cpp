#include "indexer/article_words.h"

#include <catch2/catch.hpp>

#include "common/index/article_sentences.h"

namespace dateline {
namespace {

std::vector<std::string> terms_of(const std::vector<std::uint32_t>& numbers,
                                  const Vocabulary& vocabulary) {
  std::vector<std::string> terms;
  for (const std::uint32_t number : numbers) terms.emplace_back(vocabulary.term(number));
  return terms;
}

}  // namespace

TEST_CASE("Words of title and body are numbered, the head of the text is left out",
          "[indexer][article_words]") {
  ArticleAnalyzer analyzer;
  Article article;
  article.language = "en";
  article.title = "Rain in Oslo";
  article.text = "By Ann\nRain fell. It rained again.";
  article.body_start = 7;
  const ArticleWords words = analyzer.analyze(article);
  using Terms = std::vector<std::string>;
  CHECK(terms_of(words.title, analyzer.vocabulary()) == Terms{"rain", "in", "oslo"});
  CHECK(terms_of(words.body, analyzer.vocabulary()) ==
        Terms{"rain", "fell", "it", "rain", "again"});
  CHECK(words.title[0] == words.body[0]);
  const auto sentences = read_sentences(words.sentences);
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0].range == ByteRange{7, 17});
  CHECK(sentences[1].first_word == 2);
  CHECK(sentences[1].end_word == 5);
}

TEST_CASE("Numbers hold for all articles, whatever the analyser forgets between them",
          "[indexer][article_words]") {
  ArticleAnalyzer analyzer;
  Article article;
  article.language = "en";
  article.title = "Rain";
  std::vector<std::uint32_t> first;
  for (int round = 0; round < 6; ++round) {  // more words than the analyser remembers
    article.text.clear();
    for (int word = 0; word < 100'000; ++word) {
      article.text += "w" + std::to_string(round) + "x" + std::to_string(word) + " ";
    }
    const ArticleWords words = analyzer.analyze(article);
    if (first.empty()) first = words.title;
    CHECK(words.title == first);
    CHECK(analyzer.vocabulary().term(words.body.back()) == "w" + std::to_string(round) + "x99999");
  }
}

}  // namespace dateline
