// BM25 as each engine has it. They share k1 = 1.2 and b = 0.75 and differ in small ways, which are
// spelled out here so that every engine's ten best can be checked against what its own formula
// says.
#pragma once

#include <cstdint>
#include <string>

namespace dateline::bench {

struct Formula {
  enum class Rarity : std::uint8_t {
    kPositive,  // log(1 + (N - n + .5) / (n + .5)): Lucene, Tantivy, Dateline
    kXapian,    // log of (N - n + .5) / (n + .5), bent where that is below 2
    kFts5,      // log((N - n + .5) / (n + .5)), 1e-6 where that is not positive
  };
  enum class Phrases : std::uint8_t {
    kWords,            // the sum of the words, as if they stood alone
    kOneWordOfWords,   // a word that occurs as often as the phrase, as rare as all words together
    kOneWordOfItsOwn,  // the same, as rare as the phrase
  };
  Rarity rarity = Rarity::kPositive;
  Phrases phrases = Phrases::kWords;
  bool lengths_in_a_byte = false;   // of articles, rounded down to four significant bits
  bool saturates_above_one = true;  // scores have the factor k1 + 1
  double shortest = 0;              // lengths below this share of the average count as that
};

// By the engine's name: "dateline", "xapian", "fts5", "lucene" or "tantivy".
// REQUIRES: it is one of these.
Formula formula_of(const std::string& engine);

// A word's inverse frequency. `articles` > 0.
double rarity(const Formula& formula, double articles, double articles_with_word);

// A word's part in the score. `words` is the article's length.
double score(const Formula& formula, double rarity, double occurrences, std::uint32_t words,
             double average_words);

}  // namespace dateline::bench
