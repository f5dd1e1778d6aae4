#include "searcher/article_hits.h"

#include <catch2/catch.hpp>

#include "common/index/snapshot.h"
#include "many_languages.h"
#include "searcher/query_parser.h"

namespace dateline {

TEST_CASE("Tokens give the hits and sentences that the text gives", "[searcher][article_hits]") {
  std::mt19937 random(3);
  const TestIndex index(articles_in_many_languages(random, 120));
  const auto snapshot = open_snapshot(index.path());
  REQUIRE(snapshot);
  const Segment& segment = snapshot->segments.at(0);
  REQUIRE(segment.tokens);
  Analyzer analyzer;
  const auto languages = segment.columns.languages();
  std::string words;
  for (const LanguageSample& language : language_samples()) {
    for (const std::string& word : language.words) words += word + " ";
  }
  const QueryTerms terms = terms_of(*parse_query(words), languages, analyzer);
  std::size_t hits = 0;
  std::size_t title_hits = 0;
  for (std::uint32_t docid = 1; docid <= segment.entry.last_docid; ++docid) {
    const auto article = load_article(segment, docid);
    REQUIRE(article);
    const std::uint32_t language = segment.columns.language(docid);
    const WordFinder finder(terms, language);
    const ArticleHits from_tokens = TokenHits(segment, language, finder).of(docid);
    const ArticleHits from_text = hits_in_text(article->article, finder, analyzer);
    REQUIRE(from_tokens.title == from_text.title);
    REQUIRE(from_tokens.body == from_text.body);
    REQUIRE(from_tokens.sentences == from_text.sentences);
    hits += from_text.body.size();
    title_hits += from_text.title.size();
  }
  CHECK(hits > 1000);
  CHECK(title_hits > 100);
}

}  // namespace dateline
