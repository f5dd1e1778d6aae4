#include "searcher/interpret/query_words.h"

#include <algorithm>
#include <utility>

#include "common/ascii_letters.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

// Most words are ASCII, and folding those needs no ICU.
TypedWord plain_word(std::string_view typed, const ByteRange& range) {
  const std::string small = ascii_small(typed);
  const bool in_capitals = std::all_of(typed.begin(), typed.end(), is_ascii_capital);
  return {small, small, range, is_ascii_capital(typed.front()), in_capitals, true};
}

TypedWord folded_word(std::string_view typed, const ByteRange& range) {
  const std::string first(typed.substr(0, code_point_at(typed, 0).size));
  std::string lower = fold_case(typed);
  std::string folded = fold_accents(lower);
  const bool ascii = is_ascii(folded);
  return {std::move(lower), std::move(folded), range, fold_case(first) != first, false, ascii};
}

}  // namespace

std::vector<TypedWord> words_typed(std::string_view text, WordBreaker& breaker) {
  std::vector<TypedWord> words;
  for (const ByteRange& range : breaker.words(text)) {
    const std::string_view typed = slice(text, range);
    TypedWord word = is_ascii(typed) ? plain_word(typed, range) : folded_word(typed, range);
    if (!word.folded.empty()) words.push_back(std::move(word));
  }
  return words;
}

}  // namespace dateline
