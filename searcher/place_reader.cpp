#include "searcher/place_reader.h"

#include <algorithm>
#include <vector>

#include "searcher/phrases.h"

namespace dateline {
namespace {

std::uint32_t count_in(std::span<const WordHit> hits, std::span<const std::uint32_t> phrase) {
  std::uint32_t count = 0;
  for (std::size_t first = 0; first + phrase.size() <= hits.size(); ++first) {
    if (stands_at(hits.subspan(first), phrase)) ++count;
  }
  return count;
}

}  // namespace

bool PlaceReader::meets(std::uint32_t docid, const Condition& condition) {
  const Finders* finders = finders_for(segment_.columns.language(docid));
  return finders != nullptr && stands_in(hits_of(docid, *finders), condition, finders->words);
}

PlaceReader::Count PlaceReader::count(std::uint32_t docid, std::span<const std::size_t> phrase) {
  const Finders* finders = finders_for(segment_.columns.language(docid));
  if (finders == nullptr) return {};
  const std::vector<std::uint32_t> numbers = finders->words.as_found(phrase);
  const ArticleHits hits = hits_of(docid, *finders);
  return {count_in(hits.title, numbers), count_in(hits.body, numbers)};
}

const PlaceReader::Finders* PlaceReader::finders_for(std::uint32_t language) {
  const auto known = finders_.find(language);
  if (known != finders_.end()) return &known->second;
  const std::size_t number = language_number(segment_, language, languages_);
  if (number == languages_.size()) return nullptr;
  Finders& finders = finders_.try_emplace(language, WordFinder(terms_, number)).first->second;
  if (segment_.terms && segment_.tokens) {
    finders.tokens.emplace(segment_, language, finders.words);
  }
  return &finders;
}

ArticleHits PlaceReader::hits_of(std::uint32_t docid, const Finders& finders) {
  if (finders.tokens) return finders.tokens->of(docid);
  const auto indexed = load_article(segment_, docid);
  if (!indexed) return {};
  return hits_in_text(indexed->article, finders.words, analyzer_);
}

}  // namespace dateline
