#include "searcher/highlights.h"

#include <catch2/catch.hpp>

#include "many_languages.h"
#include "searcher/query_parser.h"

namespace dateline {
namespace {

QueryTerms terms_for(const std::string& words, const std::string& language, Analyzer& analyzer) {
  return terms_of(*parse_query(words), std::vector<std::string>{language}, analyzer);
}

std::vector<ScoredPassage> passages_in(const Article& article, const QueryTerms& terms,
                                       std::size_t passage_words, Analyzer& analyzer) {
  const std::vector<double> weights(terms.words.size(), 1.0);
  const WordFinder finder(terms, 0);
  return find_passages(hits_in_text(article, finder, analyzer), {terms, weights, passage_words, 20},
                       finder);
}

// What analysing the whole article says.
std::vector<ByteRange> words_of_passage(const Article& article, const ScoredPassage& passage,
                                        const WordFinder& finder, Analyzer& analyzer) {
  const auto body = finder.find(article.text, article.body_start, article.language, analyzer);
  std::vector<ByteRange> ranges;
  for (std::uint32_t at = passage.first_word; at < passage.end_word; ++at) {
    if (body[at].term == kNotInQuery) continue;
    ranges.push_back({body[at].range.start, std::min(body[at].range.end, passage.range.end)});
  }
  return ranges;
}

}  // namespace

TEST_CASE("Highlights are the query's words as the whole article has them",
          "[searcher][highlights]") {
  std::mt19937 random(3);
  Analyzer analyzer;
  std::size_t highlights = 0;
  for (const TestArticle& given : articles_in_many_languages(random, 400)) {
    Article article;
    article.text = given.text;
    article.language = given.language;
    article.body_start = 5;
    const auto& words = language_samples()[random() % language_samples().size()].words;
    const QueryTerms terms =
        terms_for(words[0] + " " + words[1] + " then", given.language, analyzer);
    const WordFinder finder(terms, 0);
    for (const auto& passage : passages_in(article, terms, random() % 60 + 1, analyzer)) {
      const auto found = highlights_of(article, passage, finder, analyzer);
      REQUIRE(found);
      REQUIRE(*found == words_of_passage(article, passage, finder, analyzer));
      for (const ByteRange& range : *found) REQUIRE(passage.range.contains(range));
      highlights += found->size();
    }
  }
  CHECK(highlights > 500);
}

TEST_CASE("A passage of another text is refused", "[searcher][highlights]") {
  Analyzer analyzer;
  Article article;
  article.id = "a";
  article.text = "Rain fell. The férry left the port.";
  article.language = "en";
  const QueryTerms terms = terms_for("ferry", "en", analyzer);
  const WordFinder finder(terms, 0);
  const auto passages = passages_in(article, terms, 5, analyzer);
  REQUIRE(passages.size() == 1);
  const ScoredPassage good = passages.front();
  REQUIRE(highlights_of(article, good, finder, analyzer));

  ScoredPassage passage = good;
  SECTION("beyond the end") { passage.range.end = 1000; }
  SECTION("the wrong way round") { passage.range = {8, 4}; }
  SECTION("inside a character") { passage.range.start = 17; }
  SECTION("with other words") { passage.hits.front().place = 4; }
  SECTION("with more words") { passage.hits.push_back({5, 0}); }
  SECTION("with words beyond the end") { passage.end_word = 100; }
  const auto refused = highlights_of(article, passage, finder, analyzer);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kCorrupt);
}

}  // namespace dateline
