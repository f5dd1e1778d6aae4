// Where the sentences of a text are. A sentence is what a passage is made of and what a reader is
// shown, so it is never longer than he can take in.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/byte_range.h"

namespace dateline {

constexpr std::size_t kLongestSentence = 1500;  // bytes

// The sentences in order, without the white space around them. They do not overlap, and every byte
// that is not white space is in one of them. Time and memory are linear. Thread-safe.
//
// A blank line always ends a sentence; a single newline does so except where the next line goes on
// in small letters. Text without a stop for longer than kLongestSentence is cut at a clause mark or
// a space.
// REQUIRES: text is well-formed UTF-8.
std::vector<ByteRange> sentences(std::string_view text);

}  // namespace dateline
