#include "searcher/query_terms.h"

#include <algorithm>

#include "common/text/fold.h"
#include "common/text/stop_words.h"
#include "searcher/condition_terms.h"
#include "searcher/numbered_words.h"

namespace dateline {
namespace {

void add_once(std::vector<std::size_t>& numbers, std::size_t number) {
  if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) numbers.push_back(number);
}

std::vector<bool> stop_words_of(const std::vector<QueryPart>& parts) {
  std::vector<std::string> words;
  for (const QueryPart& part : parts) words.push_back(part.words.front());
  return stop_words_among(words);
}

}  // namespace

std::vector<bool> stop_words_among(std::span<const std::string> words) {
  std::vector<std::string> folded;
  for (const std::string& word : words) folded.push_back(fold_case(word));
  const std::string language = stop_word_language(folded);
  std::vector<bool> stops;
  for (const std::string& word : folded) stops.push_back(is_stop_word(word, language));
  return stops;
}

QueryTerms terms_of(const Query& query, std::span<const std::string> languages, Analyzer& analyzer,
                    const KnownTerms* vocabulary) {
  QueryTerms terms;
  NumberedWords builder(languages, analyzer);
  const std::vector<bool> stops = stop_words_of(query.words);
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
  terms.quoted = terms.phrases;
  if (query.condition) {
    ConditionTerms found =
        condition_of(*query.condition, builder, {languages, analyzer, vocabulary});
    terms.condition = std::move(found.condition);
    for (const std::size_t number : found.scored) {
      add_once(terms.scored, number);
      bystanders.push_back(number);
    }
    std::move(found.phrases.begin(), found.phrases.end(), std::back_inserter(terms.quoted));
  }
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
