#include "searcher/query_terms.h"

#include <algorithm>

#include "common/text/fold.h"
#include "common/text/stop_words.h"

namespace dateline {
namespace {

class TermsBuilder {
 public:
  TermsBuilder(std::span<const std::string> languages, Analyzer& analyzer)
      : languages_(languages), analyzer_(analyzer) {}

  // The words that `typed` breaks into, as numbers into words().
  std::vector<std::size_t> add(const std::string& typed) {
    std::vector<QueryWord> found;
    for (std::size_t language = 0; language < languages_.size(); ++language) {
      const std::vector<Token> tokens = analyzer_.analyze(typed, languages_[language]);
      // Words are broken alike in all languages; only what becomes of each word differs.
      found.resize(std::max(found.size(), tokens.size()));
      for (std::size_t at = 0; at < tokens.size(); ++at) {
        found[at].terms.resize(languages_.size());
        found[at].terms[language] = tokens[at].term;
      }
    }
    std::vector<std::size_t> numbers;
    for (QueryWord& word : found) numbers.push_back(number_of(std::move(word)));
    return numbers;
  }

  std::vector<std::size_t> add_all(const std::vector<std::string>& typed) {
    std::vector<std::size_t> numbers;
    for (const std::string& word : typed) {
      const auto more = add(word);
      numbers.insert(numbers.end(), more.begin(), more.end());
    }
    return numbers;
  }

  std::vector<QueryWord> take() { return std::move(words_); }

 private:
  std::size_t number_of(QueryWord word) {
    const auto same = std::find(words_.begin(), words_.end(), word);
    const auto number = static_cast<std::size_t>(same - words_.begin());
    if (same == words_.end()) words_.push_back(std::move(word));
    return number;
  }

  std::span<const std::string> languages_;
  Analyzer& analyzer_;
  std::vector<QueryWord> words_;
};

void add_once(std::vector<std::size_t>& numbers, std::size_t number) {
  if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) numbers.push_back(number);
}

// Which of the plain words are stop words in the language that most of them belong to.
std::vector<bool> stop_words_among(const std::vector<QueryPart>& words) {
  std::vector<std::string> folded;
  for (const QueryPart& part : words) folded.push_back(fold_case(part.words.front()));
  const std::string language = stop_word_language(folded);
  std::vector<bool> stops;
  for (const std::string& word : folded) stops.push_back(is_stop_word(word, language));
  return stops;
}

}  // namespace

QueryTerms terms_of(const Query& query, std::span<const std::string> languages,
                    Analyzer& analyzer) {
  QueryTerms terms;
  TermsBuilder builder(languages, analyzer);
  const std::vector<bool> stops = stop_words_among(query.words);
  const bool only_stops =
      query.phrases.empty() && std::find(stops.begin(), stops.end(), false) == stops.end();
  std::vector<std::size_t> bystanders;
  for (std::size_t at = 0; at < query.words.size(); ++at) {
    const bool says_nothing = stops[at] && !only_stops;
    if (says_nothing && query.words.size() >= kLongQuery) continue;
    for (const std::size_t number : builder.add_all(query.words[at].words)) {
      add_once(terms.scored, number);
      if (says_nothing) {
        bystanders.push_back(number);
      } else {
        add_once(terms.plain, number);
      }
    }
  }
  for (const QueryPart& phrase : query.phrases) {
    terms.phrases.push_back(builder.add_all(phrase.words));
    for (const std::size_t number : terms.phrases.back()) add_once(terms.scored, number);
  }
  for (const QueryPart& part : query.excluded) {
    terms.excluded.push_back(builder.add_all(part.words));
  }
  const auto is_empty = [](const auto& numbers) { return numbers.empty(); };
  std::erase_if(terms.phrases, is_empty);
  std::erase_if(terms.excluded, is_empty);
  terms.words = builder.take();
  for (const std::size_t number : bystanders) terms.words[number].required_to_match = false;
  std::erase_if(terms.plain,
                [&terms](std::size_t number) { return !terms.words[number].required_to_match; });
  return terms;
}

std::size_t needed_words(const QueryTerms& terms, const std::optional<MinMatch>& asked) {
  const std::size_t words = terms.plain.size();
  if (!asked) return terms.phrases.empty() ? std::min<std::size_t>(1, words) : 0;
  const std::size_t least = asked->per_cent ? words * asked->least / 100 : asked->least;
  return std::min(std::max<std::size_t>(1, least), words);
}

}  // namespace dateline
