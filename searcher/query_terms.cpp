#include "searcher/query_terms.h"

#include <algorithm>
#include <utility>

#include "common/text/fold.h"
#include "common/text/stop_words.h"
#include "searcher/condition_terms.h"
#include "searcher/numbered_words.h"
#include "searcher/synonym_terms.h"

namespace dateline {
namespace {

template <typename T>
void add_once(std::vector<T>& values, T value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) {
    values.push_back(std::move(value));
  }
}

// Whether nothing else of the query stands between two words.
bool are_neighbours(const Query& query, const QueryPart& left, const QueryPart& right) {
  const auto between = [&](const QueryPart& part) {
    return left.range.end <= part.range.start && part.range.end <= right.range.start;
  };
  return std::none_of(query.phrases.begin(), query.phrases.end(), between) &&
         std::none_of(query.excluded.begin(), query.excluded.end(), between);
}

// The plain words of a query as terms, with what each stands for besides.
struct PlainWord {
  QueryWord word;
  std::vector<WordSequence> others{};
};
struct PlainWords {
  std::vector<std::vector<PlainWord>> parts;  // by word as typed
  std::vector<AddedSynonyms> added;
};

PlainWords plain_words(const Query& query, std::span<const std::string> languages,
                       Analyzer& analyzer, const SynonymTerms* synonyms) {
  PlainWords found;
  for (const QueryPart& part : query.words) {
    std::vector<PlainWord>& words = found.parts.emplace_back();
    for (const std::string& typed : part.words) {
      for (QueryWord& word : words_of(typed, languages, analyzer)) {
        words.push_back({std::move(word)});
      }
    }
  }
  if (synonyms == nullptr) return found;
  for (std::size_t first = 0, end = 0; first < found.parts.size(); first = end) {
    end = first + 1;
    while (end < found.parts.size() &&
           are_neighbours(query, query.words[end - 1], query.words[end])) {
      ++end;
    }
    std::vector<QueryWord> row;
    std::vector<PlainWord*> places;
    for (std::size_t at = first; at < end; ++at) {
      for (PlainWord& word : found.parts[at]) {
        row.push_back(word.word);
        places.push_back(&word);
      }
    }
    RowSynonyms others = synonyms->of(row);
    for (std::size_t at = 0; at < row.size(); ++at) {
      places[at]->others = std::move(others.others[at]);
    }
    for (AddedSynonyms& added : others.added) found.added.push_back(std::move(added));
  }
  return found;
}

void add_condition(ConditionTerms found, QueryTerms& terms, std::vector<std::size_t>& bystanders) {
  for (AddedSynonyms& added : found.synonyms) add_once(terms.synonyms, std::move(added));
  terms.condition = std::move(found.condition);
  for (const std::size_t number : found.scored) {
    add_once(terms.scored, number);
    bystanders.push_back(number);
  }
  std::move(found.phrases.begin(), found.phrases.end(), std::back_inserter(terms.quoted));
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
  const std::string_view language = stop_word_language(folded);
  std::vector<bool> stops;
  for (const std::string& word : folded) stops.push_back(is_stop_word(word, language));
  return stops;
}

QueryTerms terms_of(const Query& query, std::span<const std::string> languages, Analyzer& analyzer,
                    const KnownTerms* vocabulary, const SynonymTerms* synonyms) {
  QueryTerms terms;
  NumberedWords builder(languages, analyzer);
  const std::vector<bool> stops = stop_words_of(query.words);
  const bool only_stops =
      query.phrases.empty() && std::find(stops.begin(), stops.end(), false) == stops.end();
  std::vector<std::size_t> bystanders;
  PlainWords plain = plain_words(query, languages, analyzer, synonyms);
  for (AddedSynonyms& added : plain.added) add_once(terms.synonyms, std::move(added));
  for (std::size_t at = 0; at < query.words.size(); ++at) {
    const bool says_nothing = stops[at] && !only_stops;
    if (says_nothing && query.words.size() >= kLongQuery) continue;
    for (PlainWord& word : plain.parts[at]) {
      if (says_nothing) word.others.clear();
      const std::size_t number = builder.add_any_of(std::move(word.word), word.others);
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
    add_condition(
        condition_of(*query.condition, builder, {languages, analyzer, vocabulary, synonyms}), terms,
        bystanders);
  }
  terms.words = builder.take();
  for (const std::size_t number : bystanders) terms.words[number].required_to_match = false;
  std::erase_if(terms.plain,
                [&terms](std::size_t number) { return !terms.words[number].required_to_match; });
  return terms;
}

std::string shown_term(const QueryTerms& terms, std::size_t word, std::size_t language) {
  const QueryWord& one = terms.words[word];
  if (one.any_of.empty()) return one.terms[language];
  std::string text;
  for (const std::vector<std::size_t>& sequence : one.any_of) {
    std::string alternative;
    for (const std::size_t part : sequence) {
      if (!alternative.empty()) alternative += ' ';
      alternative += terms.words[part].terms[language];
    }
    const bool known = alternative.find_first_not_of(' ') != std::string::npos;
    if (known) text += (text.empty() ? "" : " | ") + alternative;
  }
  return text;
}

std::size_t needed_words(const QueryTerms& terms, const std::optional<MinMatch>& asked) {
  const std::size_t words = terms.plain.size();
  if (!asked) return terms.phrases.empty() ? std::min<std::size_t>(1, words) : 0;
  const std::size_t least = asked->per_cent ? words * asked->least / 100 : asked->least;
  return std::min(std::max<std::size_t>(1, least), words);
}

}  // namespace dateline
