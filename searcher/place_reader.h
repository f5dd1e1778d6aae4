// Reads where a query's words stand in articles of one segment.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "common/index/segment.h"
#include "common/text/analyzer.h"
#include "searcher/article_hits.h"
#include "searcher/near.h"
#include "searcher/query_terms.h"

namespace dateline {

// What is given must outlive the object.
class PlaceReader {
 public:
  // `languages`: the list that the terms go by.
  PlaceReader(const Segment& segment, const QueryTerms& terms,
              std::span<const std::string> languages, Analyzer& analyzer)
      : segment_(segment), terms_(terms), languages_(languages), analyzer_(analyzer) {}

  // stands_in() of the article.
  bool meets(std::uint32_t docid, const Condition& condition);

  // How often words stand side by side.
  struct Count {
    std::uint32_t in_title = 0;
    std::uint32_t in_body = 0;
  };
  Count count(std::uint32_t docid, std::span<const std::size_t> phrase);

 private:
  struct Finders {
    explicit Finders(WordFinder finder) : words(std::move(finder)) {}
    WordFinder words;
    std::optional<TokenHits> tokens;  // if the segment has them
  };

  // Nothing for a language that is not in the list, which is damage.
  const Finders* finders_for(std::uint32_t language);
  ArticleHits hits_of(std::uint32_t docid, const Finders& finders);

  const Segment& segment_;
  const QueryTerms& terms_;
  std::span<const std::string> languages_;
  Analyzer& analyzer_;
  std::map<std::uint32_t, Finders> finders_;  // by the segment's language
};

}  // namespace dateline
