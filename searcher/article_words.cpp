#include "searcher/article_words.h"

namespace dateline {

WordFinder::WordFinder(const QueryTerms& terms, std::size_t language)
    : terms_(terms), language_(language) {
  for (std::uint32_t number = 0; number < terms.words.size(); ++number) {
    numbers_.try_emplace(terms.words[number].terms[language], number);
  }
}

std::vector<NumberedToken> WordFinder::find(std::string_view text, std::size_t start,
                                            const std::string& language_name,
                                            Analyzer& analyzer) const {
  std::vector<NumberedToken> words = analyzer.analyze_numbered(text.substr(start), language_name);
  std::unordered_map<std::uint32_t, std::uint32_t> query_words;  // by the analyser's number
  for (const auto& [term, number] : numbers_) {
    if (const auto analysers = analyzer.number_of(term)) query_words.emplace(*analysers, number);
  }
  for (NumberedToken& word : words) {
    const auto found = query_words.find(word.term);
    word.term = found == query_words.end() ? kNotInQuery : found->second;
    word.range.start += start;
    word.range.end += start;
  }
  return words;
}

std::vector<std::uint32_t> WordFinder::as_found(std::span<const std::size_t> phrase) const {
  std::vector<std::uint32_t> numbers;
  for (const std::size_t number : phrase) {
    numbers.push_back(numbers_.at(terms_.words[number].terms[language_]));
  }
  return numbers;
}

}  // namespace dateline
