// Why a passage has its score: parts that add up to it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

// A word's part in the score of the article. Words that the article has not are left out.
struct ArticleWordPart {
  std::string term;    // as shown_term() has it in the article's language
  bool added = false;  // a word of the best articles, not of the query
  double weight = 0;   // how much the word says: inverse frequency, times what feedback gave it
  std::uint32_t in_title = 0;  // occurrences
  std::uint32_t in_body = 0;
  double score = 0;
};

// A word's part in the score of the passage, read below the article's title.
struct PassageWordPart {
  std::string term;
  std::uint32_t in_title = 0;     // of the article
  std::uint32_t occurrences = 0;  // in the passage
  double score = 0;
};

// A score, and its share in the passage's: kArticleShare or the rest, times score / best.
struct ScorePart {
  double score = 0;
  double best = 0;  // the highest such score of those compared
  double share = 0;
};

// share of the article + share of the passage = the passage's score.
struct Explanation {
  double recency = 1;  // the factor that is in both scores
  ScorePart article;   // its score = recency * the words' scores
  std::vector<ArticleWordPart> article_words;
  ScorePart passage;  // its score = recency * (the words' scores + closeness + phrases + opening)
  std::vector<PassageWordPart> passage_words;
  double closeness = 0;  // for words of the query that stand close together
  double phrases = 0;    // for phrases that occur whole
  double opening = 0;    // for the beginning of the article
};

}  // namespace dateline
