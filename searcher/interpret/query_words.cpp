#include "searcher/interpret/query_words.h"

#include <algorithm>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

// Most words are ASCII, and folding those needs no ICU.
TypedWord plain_word(std::string_view typed, const ByteRange& range) {
  std::string lower(typed);
  bool in_capitals = true;
  for (char& c : lower) {
    const bool capital = c >= 'A' && c <= 'Z';
    in_capitals = in_capitals && capital;
    if (capital) c = static_cast<char>(c - 'A' + 'a');
  }
  return {lower, lower, range, typed.front() >= 'A' && typed.front() <= 'Z', in_capitals};
}

TypedWord folded_word(std::string_view typed, const ByteRange& range) {
  const std::string first(typed.substr(0, code_point_at(typed, 0).size));
  return {fold_case(typed), fold_letters(typed), range, fold_case(first) != first, false};
}

}  // namespace

std::vector<TypedWord> words_typed(std::string_view text, WordBreaker& breaker) {
  std::vector<TypedWord> words;
  for (const ByteRange& range : breaker.words(text)) {
    const std::string_view typed = slice(text, range);
    const bool is_ascii =
        std::all_of(typed.begin(), typed.end(), [](char c) { return (c & 0x80) == 0; });
    TypedWord word = is_ascii ? plain_word(typed, range) : folded_word(typed, range);
    if (!word.folded.empty()) words.push_back(std::move(word));
  }
  return words;
}

}  // namespace dateline
