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
  const HitFinder* const finder = finders_.of(docid);
  return finder != nullptr && stands_in(hits_of(docid, *finder), condition, finder->words);
}

PlaceReader::Count PlaceReader::count(std::uint32_t docid, std::span<const std::size_t> phrase) {
  const HitFinder* const finder = finders_.of(docid);
  if (finder == nullptr) return {};
  const std::vector<std::uint32_t> numbers = finder->words.as_found(phrase);
  const ArticleHits hits = hits_of(docid, *finder);
  return {count_in(hits.title, numbers), count_in(hits.body, numbers)};
}

ArticleHits PlaceReader::hits_of(std::uint32_t docid, const HitFinder& finder) {
  if (finder.tokens) return finder.tokens->of(docid);
  const auto indexed = load_article(segment_, docid);
  if (!indexed) return {};
  return hits_in_text(indexed->article, finder.words, analyzer_);
}

}  // namespace dateline
