// Where in an article the evidence for a query is: windows of whole sentences, scored.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/byte_range.h"
#include "searcher/article_hits.h"

namespace dateline {

// What a score is made of: the words' parts, closeness, phrases and opening add up to it.
struct PassageParts {
  struct Word {
    std::uint32_t word = 0;         // number into QueryTerms::words
    std::uint32_t in_title = 0;     // occurrences above the passage
    std::uint32_t occurrences = 0;  // in it
    double score = 0;
  };
  std::vector<Word> words;
  double closeness = 0;
  double phrases = 0;
  double opening = 0;
};

struct ScoredPassage {
  ByteRange range;                   // in the article's text; whole sentences
  double score = 0;                  // comparable between articles for the same query; >= 0
  std::uint32_t first_word = 0;      // the words of the body that are in it
  std::uint32_t end_word = 0;        // exclusive
  std::vector<WordHit> hits;         // those of the article that are in it
  std::vector<bool> marked;          // by hit: whether it counts, and so is to be highlighted
  std::vector<ByteRange> sentences;  // that it is made of
  ByteRange context;                 // with the sentences around it
  PassageParts parts;                // if asked for
};

struct PassageQuery {
  const QueryTerms& terms;
  const std::vector<double>& inverse_frequency;  // of the query's words
  std::size_t passage_words = 120;               // about how long a passage is
  std::size_t most = 2;                          // passages wanted
  std::size_t context = 0;                       // sentences wanted before and after each
  bool explain = false;                          // whether `parts` are wanted
};

// The best passages of an article, best first, none overlapping another. An article whose body has
// none of the words gives its opening with score 0. Empty only if the body has no words.
// `words` are the query's in the article's language.
std::vector<ScoredPassage> find_passages(const ArticleHits& article, const PassageQuery& query,
                                         const WordFinder& words);

}  // namespace dateline
