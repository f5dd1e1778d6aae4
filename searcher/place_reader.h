// Reads where a query's words stand in articles of one segment.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "common/index/segment.h"
#include "common/text/analyzer.h"
#include "searcher/article_hits.h"
#include "searcher/hit_finders.h"
#include "searcher/near.h"
#include "searcher/query_terms.h"

namespace dateline {

// What is given must outlive the object.
class PlaceReader {
 public:
  // `languages`: the list that the terms go by.
  PlaceReader(const Segment& segment, const QueryTerms& terms,
              std::span<const std::string> languages, Analyzer& analyzer)
      : segment_(segment), analyzer_(analyzer), finders_(segment, terms, languages) {}

  // stands_in() of the article.
  bool meets(std::uint32_t docid, const Condition& condition);

  // How often words stand side by side.
  struct Count {
    std::uint32_t in_title = 0;
    std::uint32_t in_body = 0;
  };
  Count count(std::uint32_t docid, std::span<const std::size_t> phrase);

 private:
  ArticleHits hits_of(std::uint32_t docid, const HitFinder& finder);

  const Segment& segment_;
  Analyzer& analyzer_;
  HitFinders finders_;
};

}  // namespace dateline
