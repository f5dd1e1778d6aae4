#include "searcher/synonym_terms.h"

#include <algorithm>
#include <set>
#include <utility>

#include "searcher/numbered_words.h"

namespace dateline {
namespace {

// The words of these languages only.
WordSequence kept_in(const std::vector<bool>& languages, WordSequence words) {
  for (QueryWord& word : words) {
    for (std::size_t at = 0; at < languages.size(); ++at) {
      if (!languages[at]) word.terms[at].clear();
    }
  }
  return words;
}

}  // namespace

SynonymTerms::SynonymTerms(const Synonyms& synonyms, std::span<const std::string> languages,
                           Analyzer& analyzer)
    : languages_(languages.begin(), languages.end()), rules_from_(languages.size()) {
  for (const SynonymRule& rule : synonyms.rules) {
    Rule compiled{words_of(rule.from, languages_, analyzer), {}, {rule.from, rule.to}};
    for (const std::string& text : rule.to) {
      compiled.to.push_back(words_of(text, languages_, analyzer));
    }
    const auto number = static_cast<std::uint32_t>(rules_.size());
    for (std::size_t at = 0; at < languages_.size(); ++at) {
      rules_from_[at][compiled.from.front().terms[at]].push_back(number);
    }
    rules_.push_back(std::move(compiled));
  }
}

std::vector<bool> SynonymTerms::languages_where(const WordSequence& from,
                                                std::span<const QueryWord> words) const {
  std::vector<bool> where(languages_.size(), from.size() <= words.size());
  for (std::size_t at = 0; at < languages_.size(); ++at) {
    for (std::size_t word = 0; word < from.size() && where[at]; ++word) {
      where[at] = from[word].terms[at] == words[word].terms[at];
    }
  }
  return where;
}

RowSynonyms SynonymTerms::of(std::span<const QueryWord> row) const {
  RowSynonyms found;
  found.others.resize(row.size());
  for (std::size_t first = 0; first < row.size(); ++first) {
    std::set<std::uint32_t> candidates;
    for (std::size_t at = 0; at < languages_.size(); ++at) {
      const auto rules = rules_from_[at].find(row[first].terms[at]);
      if (rules != rules_from_[at].end()) {
        candidates.insert(rules->second.begin(), rules->second.end());
      }
    }
    for (const std::uint32_t number : candidates) {
      const Rule& rule = rules_[number];
      const std::vector<bool> where = languages_where(rule.from, row.subspan(first));
      if (std::find(where.begin(), where.end(), true) == where.end()) continue;
      for (std::size_t word = 0; word < rule.from.size(); ++word) {
        for (const WordSequence& to : rule.to) {
          found.others[first + word].push_back(kept_in(where, to));
        }
      }
      found.added.push_back(rule.texts);
    }
  }
  return found;
}

}  // namespace dateline
