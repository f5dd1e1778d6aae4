// The sentences of an article's body, by words and by bytes: what passages are cut from. Beside it
// the compact form in which the `tokens` file keeps them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/text/analyzer.h"

namespace dateline {

struct ArticleSentence {
  ByteRange range;               // in the stored text
  std::uint32_t first_word = 0;  // counting the words of the body from 0
  std::uint32_t end_word = 0;    // exclusive; the next sentence's first
  bool opens_paragraph = false;  // a line end stands between it and the sentence before

  bool operator==(const ArticleSentence&) const = default;
};

// The sentences of text[body_start, end of text). A word belongs to the sentence that it begins in.
// REQUIRES: `body` are the words of that part in their order, with ranges in `text`.
std::vector<ArticleSentence> sentences_of(std::string_view text, std::size_t body_start,
                                          std::span<const NumberedToken> body);

// Appends sentences as sentences_of() gives them.
void append_sentences(std::span<const ArticleSentence> sentences, std::string& coded);

// The reverse. What is not such a code gives some sentences, no more than it has bytes.
std::vector<ArticleSentence> read_sentences(std::string_view coded);

}  // namespace dateline
