#include "formula.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <stdexcept>

namespace dateline::bench {
namespace {

constexpr double kK1 = 1.2;
constexpr double kB = 0.75;

// What Lucene's SmallFloat.intToByte4() keeps of a number: all below 24, of what is beyond four
// significant bits. Tantivy's table of lengths has the same numbers.
std::uint32_t kept_in_a_byte(std::uint32_t number) {
  if (number < 24) return number;
  const std::uint32_t beyond = number - 24;
  const int bits = std::bit_width(beyond);
  if (bits < 4) return number;
  return 24 + (beyond >> (bits - 4) << (bits - 4));
}

}  // namespace

Formula formula_of(const std::string& engine) {
  using Rarity = Formula::Rarity;
  using Phrases = Formula::Phrases;
  if (engine == "dateline") return {Rarity::kPositive, Phrases::kWords, false, true, 0};
  if (engine == "xapian") return {Rarity::kXapian, Phrases::kWords, false, true, 0.5};
  if (engine == "fts5") return {Rarity::kFts5, Phrases::kOneWordOfItsOwn, false, true, 0};
  if (engine == "lucene") return {Rarity::kPositive, Phrases::kOneWordOfWords, true, false, 0};
  if (engine == "tantivy") return {Rarity::kPositive, Phrases::kOneWordOfWords, true, true, 0};
  throw std::invalid_argument("no engine is called " + engine);
}

double rarity(const Formula& formula, double articles, double articles_with_word) {
  const double odds = (articles - articles_with_word + 0.5) / (articles_with_word + 0.5);
  switch (formula.rarity) {
    case Formula::Rarity::kPositive:
      return std::log1p(odds);
    case Formula::Rarity::kXapian:
      return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
    case Formula::Rarity::kFts5:
      return std::log(odds) <= 0 ? 1e-6 : std::log(odds);
  }
  return 0;
}

double score(const Formula& formula, double rarity, double occurrences, std::uint32_t words,
             double average_words) {
  const double length = formula.lengths_in_a_byte ? kept_in_a_byte(words) : words;
  const double relative = std::max(length / average_words, formula.shortest);
  const double saturated = occurrences / (occurrences + kK1 * (1 - kB + kB * relative));
  return rarity * saturated * (formula.saturates_above_one ? kK1 + 1 : 1);
}

}  // namespace dateline::bench
