#include "searcher/numbered_words.h"

#include <algorithm>
#include <utility>

namespace dateline {

std::vector<QueryWord> words_of(const std::string& typed, std::span<const std::string> languages,
                                Analyzer& analyzer, double weight) {
  std::vector<QueryWord> found;
  for (std::vector<std::string>& terms : analyzer.terms_in(typed, languages)) {
    QueryWord& word = found.emplace_back();
    word.terms = std::move(terms);
    word.weight = weight;
  }
  return found;
}

std::vector<std::size_t> NumberedWords::add(const std::string& typed, double weight) {
  std::vector<std::size_t> numbers;
  for (QueryWord& word : words_of(typed, languages_, analyzer_, weight)) {
    numbers.push_back(add_word(std::move(word)));
  }
  return numbers;
}

std::vector<std::size_t> NumberedWords::add_all(const std::vector<std::string>& typed,
                                                double weight) {
  std::vector<std::size_t> numbers;
  for (const std::string& word : typed) {
    const auto more = add(word, weight);
    numbers.insert(numbers.end(), more.begin(), more.end());
  }
  return numbers;
}

std::size_t NumberedWords::add_word(QueryWord word) {
  const auto same = std::find(words_.begin(), words_.end(), word);
  const auto number = static_cast<std::size_t>(same - words_.begin());
  if (same == words_.end()) words_.push_back(std::move(word));
  return number;
}

std::size_t NumberedWords::add_any_of(QueryWord word,
                                      const std::vector<std::vector<QueryWord>>& others) {
  const std::size_t added = std::min(others.size(), synonyms_left_);
  if (added == 0) return add_word(std::move(word));
  synonyms_left_ -= added;
  QueryWord any;
  any.terms.resize(word.terms.size());
  any.weight = std::exchange(word.weight, 1);
  any.any_of.push_back({add_word(std::move(word))});
  for (std::size_t at = 0; at < added; ++at) {
    std::vector<std::size_t>& numbers = any.any_of.emplace_back();
    for (const QueryWord& other : others[at]) numbers.push_back(add_word(other));
  }
  std::sort(any.any_of.begin(), any.any_of.end());
  any.any_of.erase(std::unique(any.any_of.begin(), any.any_of.end()), any.any_of.end());
  return add_word(std::move(any));
}

}  // namespace dateline
