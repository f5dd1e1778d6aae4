// Counts how the countries found compare with the truth.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "common/article.h"
#include "country_truth.h"

namespace dateline {

struct CountryOutcome {
  std::string id;
  std::vector<CountryCode> about;      // in truth
  std::optional<CountryCode> primary;  // in truth
  CountryFinding found;
  std::vector<std::string> words;  // of each of found.spans
};

// Micro-F1 over all pairs of article and country, macro-F1 over the countries that ten articles or
// more are about, the same without the United States; the shares of articles with exactly the right
// countries, with the right primary one, with the true ones among those found (the criterion of
// CLIFF's authors), and with no country found.
void print_scores(std::ostream& out, const std::vector<CountryOutcome>& outcomes);

// The `count` countries lowest in F1 of those that macro-F1 counts; those found wrongly most often,
// those missed most often and those most often not seen to be the primary one, each with the ids of
// some articles and the words that gave it.
void print_worst(std::ostream& out, const std::vector<CountryOutcome>& outcomes, std::size_t count);

}  // namespace dateline
