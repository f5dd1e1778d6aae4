// Does an article really have the words of a phrase side by side?
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/index/segment.h"
#include "searcher/article_words.h"
#include "searcher/query_terms.h"

namespace dateline {

// Looks for one phrase in the articles of one segment: in its tokens where it has them, else in
// titles and texts, which are analysed. What is given must outlive the object.
class PhraseFinder {
 public:
  // `phrase`: numbers into terms.words; `languages`: the list those terms go by.
  PhraseFinder(const Segment& segment, const QueryTerms& terms, std::span<const std::size_t> phrase,
               std::span<const std::string> languages, Analyzer& analyzer);

  // True if the phrase stands in the title or in the text. REQUIRES: segment.alive(docid).
  bool occurs_in(std::uint32_t docid);

  // To be told some articles ahead.
  void expect(std::uint32_t docid) const {
    if (segment_.tokens) segment_.tokens->prefetch(docid);
  }

 private:
  // The phrase in one language of the segment.
  struct Spelling {
    WordFinder words;
    std::vector<std::uint32_t> numbers;  // of `words`
    std::optional<std::string> code;     // for Tokens; nothing if the segment lacks a word
  };

  // Nothing for a language that is not in the list, which is damage.
  const Spelling* spelling_in(std::uint32_t language);
  bool occurs_in_text(std::uint32_t docid, const Spelling& spelling);

  const Segment& segment_;
  const QueryTerms& terms_;
  std::span<const std::size_t> phrase_;
  std::span<const std::string> languages_;
  Analyzer& analyzer_;
  std::map<std::uint32_t, std::optional<Spelling>> spellings_;  // by the segment's language
};

// The number in `languages` of one that the segment's columns number `language`; languages.size()
// if it is not there.
std::size_t language_number(const Segment& segment, std::uint32_t language,
                            std::span<const std::string> languages);

}  // namespace dateline
