// The words of a query as expressions of time are made of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "searcher/interpret/query_words.h"
#include "searcher/interpret/time_forms.h"

namespace dateline {

struct TimeToken {
  std::string_view folded;  // of the typed word, which outlives it
  ByteRange range;          // in the query
  std::size_t typed = 0;    // the word it is or is a part of, as an index
  std::uint32_t word = 0;   // number in TimeForms
  int digits = -1;          // the value of one to four digits; -1 for anything else
  int month = 0;            // 1..12; 0 for none
};

// "1990s" and "1990er" are one word to Unicode and two tokens, because time_table.h has what
// follows the number apart.
std::vector<TimeToken> time_tokens(std::span<const TypedWord> words, const TimeForms& forms);

}  // namespace dateline
