// What finds a query's words in articles of one segment, made for each language that is met.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "common/index/segment.h"
#include "searcher/article_hits.h"
#include "searcher/query_terms.h"

namespace dateline {

struct HitFinder {
  std::size_t language;  // number in the list that the terms go by
  WordFinder words;
  std::optional<TokenHits> tokens;  // if the segment has them; else texts are to be read
};

// What is given must outlive the object.
class HitFinders {
 public:
  // `languages`: the list that the terms go by.
  HitFinders(const Segment& segment, const QueryTerms& terms,
             std::span<const std::string> languages)
      : segment_(segment), terms_(terms), languages_(languages) {}

  // Of the article's language; nullptr if that is not in the list, which is damage. Valid as long
  // as the object.
  const HitFinder* of(std::uint32_t docid);

 private:
  const Segment& segment_;
  const QueryTerms& terms_;
  std::span<const std::string> languages_;
  std::map<std::uint32_t, HitFinder> finders_;  // by the segment's language
};

}  // namespace dateline
