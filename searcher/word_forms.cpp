#include "searcher/word_forms.h"

#include <algorithm>
#include <map>
#include <utility>

#include "common/index/schema.h"
#include "common/text/edit_distance.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "searcher/word_postings.h"

namespace dateline {
namespace {

// Calls visit(term) for the terms of a language that begin with `prefix`; without the segment's
// `terms` also for those of other languages.
template <typename Visit>
void for_each_term(const Segment& segment, std::uint32_t language, const std::string& prefix,
                   Visit visit) {
  std::size_t left = kMaxTermsRead;
  if (segment.terms) {
    segment.terms->for_each_from(language, prefix, [&](TermId, std::string_view term) {
      visit(term);
      return --left > 0;
    });
    return;
  }
  for (const Field field : {Field::kTitle, Field::kBody}) {
    const std::string start = term_for(field, prefix);
    const std::size_t before = start.size() - prefix.size();
    const Xapian::Database& database = segment.database;
    for (auto it = database.allterms_begin(start); it != database.allterms_end(start) && left > 0;
         ++it, --left) {
      const std::string name = *it;
      visit(std::string_view(name).substr(before));
    }
  }
}

std::string first_letter(const std::string& word) {
  return word.empty() ? word : word.substr(0, code_point_at(word, 0).size);
}

std::size_t letters_of(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

// What a term has to be like, in one language.
struct Wanted {
  std::string own;     // the term of the word as typed
  std::string prefix;  // of the terms to look at
  std::size_t edits = 0;

  bool is_met_by(std::string_view term) const {
    return edits == 0 || edit_distance(own, term, edits) <= edits;
  }
};

Wanted wanted_in(const std::string& language, const QueryNode& node, Analyzer& analyzer) {
  const std::string& word = node.words.front();
  Wanted wanted{analyzer.term_of(word, language), fold_accents(fold_case(word)), 0};
  if (node.form == WordForm::kFuzzy) {
    constexpr std::size_t kLongWord = 8;
    wanted.edits = node.distance > 0 ? node.distance : letters_of(word) < kLongWord ? 1 : 2;
    wanted.prefix = first_letter(wanted.own);
  }
  return wanted;
}

std::vector<QueryWord> in_most_articles(std::map<std::string, QueryWord>& words,
                                        const KnownTerms& known,
                                        std::span<const std::string> languages) {
  std::vector<std::pair<std::size_t, QueryWord>> found;
  for (auto& [term, word] : words) {
    std::size_t articles = 0;
    for (std::string& in_language : word.terms) {
      if (in_language.empty()) continue;
      // By itself, because the word is to stand only for what articles of a language have.
      QueryWord alone;
      alone.terms.resize(word.terms.size());
      std::swap(alone.terms[static_cast<std::size_t>(&in_language - word.terms.data())],
                in_language);
      const std::size_t with = articles_with(known.snapshot, alone, languages, known.published);
      if (with > 0) in_language = term;
      articles += with;
    }
    if (articles > 0) found.emplace_back(articles, std::move(word));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& left, const auto& right) { return left.first > right.first; });
  found.resize(std::min(found.size(), kMaxForms));
  std::vector<QueryWord> forms;
  for (auto& [articles, word] : found) forms.push_back(std::move(word));
  return forms;
}

}  // namespace

std::vector<QueryWord> word_forms(const KnownTerms& known, std::span<const std::string> languages,
                                  Analyzer& analyzer, const QueryNode& node) {
  std::map<std::string, QueryWord> words;  // a term of several languages is one word
  for (std::size_t number = 0; number < languages.size(); ++number) {
    const Wanted wanted = wanted_in(languages[number], node, analyzer);
    if (wanted.prefix.empty()) continue;
    for (const Segment& segment : known.snapshot.segments) {
      const auto& names = segment.columns.languages();
      const auto name = std::find(names.begin(), names.end(), languages[number]);
      if (name == names.end()) continue;
      const auto language = static_cast<std::uint32_t>(name - names.begin());
      for_each_term(segment, language, wanted.prefix, [&](std::string_view term) {
        if (!wanted.is_met_by(term)) return;
        QueryWord& word = words[std::string(term)];
        word.terms.resize(languages.size());
        word.terms[number] = term;
      });
    }
  }
  return in_most_articles(words, known, languages);
}

}  // namespace dateline
