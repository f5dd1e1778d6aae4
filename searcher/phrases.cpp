#include "searcher/phrases.h"

#include <algorithm>

namespace dateline {
namespace {

bool has_sequence(std::span<const NumberedToken> words, std::span<const std::uint32_t> numbers) {
  const auto same = [](const NumberedToken& word, std::uint32_t number) {
    return word.term == number;
  };
  return std::search(words.begin(), words.end(), numbers.begin(), numbers.end(), same) !=
         words.end();
}

}  // namespace

std::size_t language_number(const Segment& segment, std::uint32_t language,
                            std::span<const std::string> languages) {
  const auto& names = segment.columns.languages();
  if (language >= names.size()) return languages.size();
  return static_cast<std::size_t>(std::find(languages.begin(), languages.end(), names[language]) -
                                  languages.begin());
}

PhraseFinder::PhraseFinder(const Segment& segment, const QueryTerms& terms,
                           std::span<const std::size_t> phrase,
                           std::span<const std::string> languages, Analyzer& analyzer)
    : segment_(segment),
      terms_(terms),
      phrase_(phrase),
      languages_(languages),
      analyzer_(analyzer) {}

const PhraseFinder::Spelling* PhraseFinder::spelling_in(std::uint32_t language) {
  const auto [entry, is_new] = spellings_.try_emplace(language);
  std::optional<Spelling>& spelling = entry->second;
  const std::size_t number = language_number(segment_, language, languages_);
  if (is_new && number < languages_.size()) {
    spelling.emplace(Spelling{WordFinder(terms_, number), {}, {}});
    spelling->numbers = spelling->words.as_found(phrase_);
    if (segment_.terms && segment_.tokens) {
      std::string code;
      bool all_there = true;
      for (const std::size_t word : phrase_) {
        const auto id = segment_.terms->find(language, terms_.words[word].terms[number]);
        all_there = all_there && id;
        if (all_there) segment_.tokens->code().append(*id, code);
      }
      if (all_there) spelling->code = std::move(code);
    }
  }
  return spelling ? &*spelling : nullptr;
}

bool PhraseFinder::occurs_in(std::uint32_t docid) {
  const Spelling* spelling = spelling_in(segment_.columns.language(docid));
  if (spelling == nullptr) return false;
  if (!segment_.terms || !segment_.tokens) return occurs_in_text(docid, *spelling);
  return spelling->code && segment_.tokens->has_phrase(docid, *spelling->code);
}

bool PhraseFinder::occurs_in_text(std::uint32_t docid, const Spelling& spelling) {
  const auto indexed = load_article(segment_, docid);
  if (!indexed) return false;
  const Article& article = indexed->article;
  const auto occurs = [&](std::string_view text, std::size_t start) {
    return has_sequence(spelling.words.find(text, start, article.language, analyzer_),
                        spelling.numbers);
  };
  return occurs(article.title, 0) || occurs(article.text, article.body_start);
}

}  // namespace dateline
