#include "searcher/numbered_words.h"

#include <algorithm>

namespace dateline {

std::vector<std::size_t> NumberedWords::add(const std::string& typed, double weight) {
  std::vector<QueryWord> found;
  for (std::size_t language = 0; language < languages_.size(); ++language) {
    const std::vector<Token> tokens = analyzer_.analyze(typed, languages_[language]);
    // Words are broken alike in all languages; only what becomes of each word differs.
    found.resize(std::max(found.size(), tokens.size()));
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      found[at].terms.resize(languages_.size());
      found[at].terms[language] = tokens[at].term;
      found[at].weight = weight;
    }
  }
  std::vector<std::size_t> numbers;
  for (QueryWord& word : found) numbers.push_back(add_word(std::move(word)));
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

}  // namespace dateline
