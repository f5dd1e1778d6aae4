// Whether a stop ends its sentence.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline {

// A run of stops, such as "." or "?!", with the quotes and brackets that close after it.
struct SentenceStop {
  std::size_t end = 0;    // one past the closing marks
  bool is_final = false;  // the sentence ends at `end`
};

// What is known of the sentence that a stop may end.
struct SentenceSoFar {
  std::size_t start = 0;       // byte of its first character
  bool quote_is_open = false;  // an odd number of " is in it
};

// The run of stops that starts at byte `at`; nothing if no stop is there.
// REQUIRES: text is well-formed UTF-8, so_far.start <= at < text.size(), on a code point boundary.
std::optional<SentenceStop> sentence_stop_at(std::string_view text, std::size_t at,
                                             const SentenceSoFar& so_far);

// True if the character at byte `at` can only go on with a sentence, not start one: a small letter,
// a comma, a closing mark. REQUIRES: text is well-formed UTF-8, at < text.size() and is on a code
// point boundary.
bool continues_sentence(std::string_view text, std::size_t at);

}  // namespace dateline
