// The words of articles that vote on what to add to a query (feedback.cpp).
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "common/index/snapshot.h"
#include "common/text/analyzer.h"
#include "searcher/best_candidates.h"

namespace dateline {

struct LanguageTerm {
  std::size_t language = 0;  // number into the list of languages
  std::string term;
  auto operator<=>(const LanguageTerm&) const = default;
};

struct Occurrences {
  std::uint32_t in_title = 0;
  std::uint32_t in_body = 0;
};

// An article and its distinct words: all of the title and the first kLeadWords of the body.
struct Voter {
  const Candidate* article = nullptr;                       // points into what was read
  std::vector<std::pair<LanguageTerm, Occurrences>> words;  // ascending
};

constexpr std::size_t kLeadWords = 300;
constexpr std::size_t kLeastVoters = 2;

// Reads the articles from the tokens of their segments, or analyses their texts. Words that fewer
// than kLeastVoters of them have may be left out, unless there is but one article. `languages` is
// the list that terms are numbered by.
std::vector<Voter> read_voters(const Snapshot& snapshot, std::span<const std::string> languages,
                               std::span<const Candidate> articles, Analyzer& analyzer);

}  // namespace dateline
