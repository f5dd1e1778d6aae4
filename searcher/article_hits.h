// Where a query's words stand in an article: all that finding passages needs to know.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "common/article.h"
#include "common/index/article_sentences.h"
#include "common/index/segment.h"
#include "searcher/article_words.h"

namespace dateline {

struct WordHit {
  std::uint32_t place = 0;  // counting the words of the body, or of the title, from 0
  std::uint32_t word = 0;   // number into QueryTerms::words, as WordFinder reports it

  bool operator==(const WordHit&) const = default;
};

// True if the first hits are the phrase's words, side by side.
inline bool stands_at(std::span<const WordHit> hits, std::span<const std::uint32_t> phrase) {
  if (hits.size() < phrase.size()) return false;
  for (std::size_t at = 0; at < phrase.size(); ++at) {
    if (hits[at].word != phrase[at] || hits[at].place != hits.front().place + at) return false;
  }
  return true;
}

struct ArticleHits {
  std::vector<WordHit> title;              // in order of place
  std::vector<WordHit> body;               // likewise
  std::vector<ArticleSentence> sentences;  // of the body
};

// Reads the hits of articles of one language from the segment's tokens.
class TokenHits {
 public:
  // `language` as the segment's columns number it; `words` of the same language.
  // REQUIRES: segment.terms and segment.tokens are there, and outlive the object.
  TokenHits(const Segment& segment, std::uint32_t language, const WordFinder& words);

  ArticleHits of(std::uint32_t docid) const;

 private:
  const Tokens& tokens_;
  std::vector<std::uint32_t> numbers_;  // of query words, by the scanner's index
  DenseScanner scanner_;
};

// The same from the text, for segments without tokens.
ArticleHits hits_in_text(const Article& article, const WordFinder& words, Analyzer& analyzer);

}  // namespace dateline
