// The words of one field of a segment in the order of their bytes, each with its postings: the
// articles' words turned around, an interval of words at a time.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article_terms.h"
#include "common/index/schema.h"
#include "common/result.h"
#include "indexer/glass_database.h"

namespace dateline {

// A term of one language. Xapian knows no languages: equal words of several have one list.
struct SortedWord {
  std::string_view word;
  TermId id = 0;
};

class WordStream {
 public:
  // `words`: of all ids, in the order of their bytes; they outlive the stream, as `replay` does.
  // `articles`: how many have the word in that field, by id.
  // REQUIRES: field is kBody or kTitle.
  WordStream(Field field, std::span<const SortedWord> words,
             std::span<const std::uint32_t> articles, const ArticleReplay& replay,
             std::size_t most_postings);

  // Goes to the next word that the field has; the first one at the first call. Fails as replay
  // does.
  Result<void> next();

  // After next(): the word as its Xapian term, "" beyond the last one, and its postings.
  const std::string& term() const { return term_; }
  std::span<const GlassPosting> postings() const { return postings_; }

 private:
  Result<void> invert_from(std::size_t word);
  void append_postings(std::size_t word);

  Field field_;
  std::string prefix_;
  std::span<const SortedWord> words_;
  std::span<const std::uint32_t> articles_;
  const ArticleReplay& replay_;
  std::size_t most_postings_;

  std::vector<std::uint32_t> place_of_id_;  // in words_
  std::size_t next_ = 0;                    // word
  std::size_t first_ = 0, end_ = 0;         // the words that are inverted
  std::vector<std::size_t> ends_;           // of their lists in inverted_
  std::vector<GlassPosting> inverted_;
  std::string term_;
  std::vector<GlassPosting> postings_;
};

}  // namespace dateline
