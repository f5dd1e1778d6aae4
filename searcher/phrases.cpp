#include "searcher/phrases.h"

#include <algorithm>

#include "searcher/article_words.h"

namespace dateline {

std::size_t language_number(const Segment& segment, std::uint32_t docid,
                            std::span<const std::string> languages) {
  const auto& names = segment.columns.languages();
  const std::uint32_t number = segment.columns.language(docid);
  if (number >= names.size()) return languages.size();
  return static_cast<std::size_t>(std::find(languages.begin(), languages.end(), names[number]) -
                                  languages.begin());
}

bool has_phrase(const Segment& segment, std::uint32_t docid, const QueryTerms& terms,
                std::span<const std::size_t> phrase, std::span<const std::string> languages,
                Analyzer& analyzer) {
  const std::size_t language = language_number(segment, docid, languages);
  if (language == languages.size()) return false;
  const auto indexed = load_article(segment, docid);
  if (!indexed) return false;
  const Article& article = indexed->article;
  const WordFinder finder(terms, language);
  const auto numbers = finder.as_found(phrase);
  const auto occurs_in = [&](std::string_view text, std::size_t start) {
    return !phrase_places(finder.find(text, start, languages[language], analyzer), numbers).empty();
  };
  return occurs_in(article.title, 0) || occurs_in(article.text, article.body_start);
}

}  // namespace dateline
