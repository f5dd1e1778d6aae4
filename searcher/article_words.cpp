#include "searcher/article_words.h"

namespace dateline {

WordFinder::WordFinder(const QueryTerms& terms, std::size_t language)
    : terms_(terms), language_(language) {
  for (std::size_t number = 0; number < terms.words.size(); ++number) {
    numbers_.try_emplace(terms.words[number].terms[language], number);
  }
}

std::vector<TextWord> WordFinder::find(std::string_view text, std::size_t start,
                                       const std::string& language_name, Analyzer& analyzer) const {
  std::vector<TextWord> words;
  for (const Token& token : analyzer.analyze(text.substr(start), language_name)) {
    const auto number = numbers_.find(token.term);
    words.push_back({{token.range.start + start, token.range.end + start},
                     number == numbers_.end() ? kNotInQuery : number->second});
  }
  return words;
}

std::vector<std::size_t> WordFinder::as_found(std::span<const std::size_t> phrase) const {
  std::vector<std::size_t> numbers;
  for (const std::size_t number : phrase) {
    numbers.push_back(numbers_.at(terms_.words[number].terms[language_]));
  }
  return numbers;
}

std::vector<std::size_t> phrase_places(std::span<const TextWord> words,
                                       std::span<const std::size_t> phrase) {
  std::vector<std::size_t> places;
  for (std::size_t first = 0; first + phrase.size() <= words.size(); ++first) {
    std::size_t matched = 0;
    while (matched < phrase.size() && words[first + matched].query_word == phrase[matched]) {
      ++matched;
    }
    if (matched == phrase.size()) places.push_back(first);
  }
  return places;
}

}  // namespace dateline
