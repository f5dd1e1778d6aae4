// What follows a word, phrase or group of a query: * ~ ~2 ^1.5
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "searcher/query_text.h"
#include "searcher/query_token.h"

namespace dateline {

// Digits as a number; what is more than `most` is `most`, and complained about at byte `offset`.
// Nothing for anything else.
std::optional<unsigned> number_up_to(unsigned most, std::string_view digits, std::size_t offset,
                                     FirstComplaint& complaint);

// Each sets what it reads in the token. Indexes are of characters of the text.
class SuffixReader {
 public:
  // Both outlive the reader.
  SuffixReader(const QueryText& text, FirstComplaint& complaint)
      : text_(text), complaint_(complaint) {}

  // ^2 and the like at the end of the word from `begin` to `end`; returns where they begin.
  std::size_t take_boosts(QueryToken& token, std::size_t begin, std::size_t end);

  // The same of * and ~1.
  std::size_t take_form(QueryToken& token, std::size_t begin, std::size_t end);

  // ~3 and ^2 behind a phrase that ends before `at`, ^2 behind a group; return where they end.
  std::size_t take_after_phrase(QueryToken& token, std::size_t at);
  std::size_t take_boost(QueryToken& token, std::size_t at);

 private:
  const QueryText& text_;
  FirstComplaint& complaint_;
};

}  // namespace dateline
