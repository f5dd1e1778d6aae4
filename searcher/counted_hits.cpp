#include "searcher/counted_hits.h"

#include <algorithm>
#include <cstdint>
#include <map>

namespace dateline {
namespace {

// A sequence of words that counts as one of the query.
struct Alternative {
  std::vector<std::uint32_t> words;  // as hits report them
  std::uint32_t counts_as = 0;
};

// By the first word.
std::map<std::uint32_t, std::vector<Alternative>> alternatives_of(const QueryTerms& terms,
                                                                  const WordFinder& words) {
  std::map<std::uint32_t, std::vector<Alternative>> found;
  for (const std::size_t scored : terms.scored) {
    for (const std::vector<std::size_t>& sequence : terms.words[scored].any_of) {
      Alternative one{words.as_found(sequence), static_cast<std::uint32_t>(scored)};
      found[one.words.front()].push_back(std::move(one));
    }
  }
  return found;
}

// By number: words that count by themselves.
std::vector<bool> own_words(const QueryTerms& terms, const WordFinder& words) {
  std::vector<bool> own(terms.words.size());
  const auto add = [&](std::size_t word) {
    if (terms.words[word].any_of.empty()) own[words.as_found(std::span(&word, 1)).front()] = true;
  };
  for (const std::size_t word : terms.scored) add(word);
  for (const auto& phrase : terms.quoted) std::for_each(phrase.begin(), phrase.end(), add);
  return own;
}

}  // namespace

CountedHits counted_hits(std::span<const WordHit> hits, const QueryTerms& terms,
                         const WordFinder& words) {
  const auto alternatives = alternatives_of(terms, words);
  if (alternatives.empty()) {
    return {{hits.begin(), hits.end()}, std::vector<bool>(hits.size(), true)};
  }
  const std::vector<bool> own = own_words(terms, words);
  CountedHits counted;
  counted.marked.resize(hits.size());
  for (std::size_t at = 0; at < hits.size(); ++at) {
    const WordHit& hit = hits[at];
    if (own[hit.word]) {
      counted.hits.push_back(hit);
      counted.marked[at] = true;
    }
    const auto beginning = alternatives.find(hit.word);
    if (beginning == alternatives.end()) continue;
    for (const Alternative& one : beginning->second) {
      if (!stands_at(hits.subspan(at), one.words)) continue;
      counted.hits.push_back({hit.place, one.counts_as});
      const auto first = counted.marked.begin() + static_cast<std::ptrdiff_t>(at);
      std::fill_n(first, one.words.size(), true);
    }
  }
  return counted;
}

}  // namespace dateline
