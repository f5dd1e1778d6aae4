#include "searcher/hit_finders.h"

#include "searcher/phrases.h"

namespace dateline {

const HitFinder* HitFinders::of(std::uint32_t docid) {
  const std::uint32_t language = segment_.columns.language(docid);
  const auto known = finders_.find(language);
  if (known != finders_.end()) return &known->second;
  const std::size_t number = language_number(segment_, language, languages_);
  if (number == languages_.size()) return nullptr;
  HitFinder& finder =
      finders_.try_emplace(language, HitFinder{number, WordFinder(terms_, number), {}})
          .first->second;
  if (segment_.terms && segment_.tokens) finder.tokens.emplace(segment_, language, finder.words);
  return &finder;
}

}  // namespace dateline
