// The words of a query as they are compared with tables of words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/text/word_breaker.h"

namespace dateline {

struct TypedWord {
  std::string lower;         // as fold_case() gives it
  std::string folded;        // as fold_letters() gives it
  ByteRange range;           // in the query
  bool has_capital = false;  // begins with one; letters of other scripts than Latin, Greek and
                             // Cyrillic have none
  bool in_capitals = false;  // Latin capitals alone
  bool is_ascii = false;     // as `folded`
};

// REQUIRES: text is well-formed UTF-8.
std::vector<TypedWord> words_typed(std::string_view text, WordBreaker& breaker);

}  // namespace dateline
