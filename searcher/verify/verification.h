// Whether articles say what somebody quotes, as plain data. VERIFY.md describes the JSON form.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/byte_range.h"
#include "searcher/answer.h"
#include "searcher/request.h"

namespace dateline {

enum class Likeness : std::uint8_t {
  kExact,      // byte for byte, from the first word to the last
  kFolded,     // but for case, white space, and the kind of quote marks, apostrophes and dashes
  kDifferent,  // but for the differences listed
};

// What stands in the quote, and what the article has instead; either may be empty. Words, or what
// stands between words.
struct QuoteDifference {
  ByteRange in_quote;
  ByteRange in_article;  // in the text the quote is in
  bool operator==(const QuoteDifference&) const = default;
};

struct QuoteMatch {
  Likeness likeness = Likeness::kExact;
  bool in_title = false;  // else in the text
  ByteRange range;        // there; of a quote with omissions, from its first part to its last
  std::string text;       // what stands there
  std::vector<QuoteDifference> differences;
  ArticleSummary article;
};

struct Verification {
  std::string quote;  // as sent
  Filters filters;
  std::size_t exact = 0;       // articles
  std::size_t folded = 0;      // further ones
  std::size_t different = 0;   // further ones with the same words in other forms, or near to it
  bool total_is_exact = true;  // false if there were too many to look into
  double took_ms = 0;
  std::vector<QuoteMatch>
      matches;  // by likeness, then the oldest first, undated ones last, then by id
};

// "exact", "folded", "different", or "absent": how the most alike article has it.
const char* verdict_of(const Verification& verification);
const char* name_of(Likeness likeness);

}  // namespace dateline
