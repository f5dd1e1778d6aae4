// Where the words of a text are: Unicode's default word boundaries (UAX #29) exactly as ICU's root
// word BreakIterator gives them, dictionaries for Chinese, Japanese, Thai, Lao, Khmer and Burmese
// included. Nothing of Dateline's own is added here; what it does differently, the analyzer does.
//
// Not thread-safe: one breaker per thread. Time and memory are linear in the text.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "common/byte_range.h"

struct UBreakIterator;  // ICU's

namespace dateline {

class WordBreaker {
 public:
  // Throws std::runtime_error if ICU's data is not installed.
  WordBreaker();
  ~WordBreaker();
  WordBreaker(WordBreaker&&) noexcept;
  WordBreaker& operator=(WordBreaker&&) noexcept;

  // The segments that hold letters, digits, kana or ideographs (those to which ICU gives a status
  // other than UBRK_WORD_NONE), in order. It counts "@" and "__" as words too.
  // REQUIRES: text is well-formed UTF-8 and smaller than 2 GiB.
  std::vector<ByteRange> words(std::string_view text);

 private:
  struct CloseIterator {
    void operator()(UBreakIterator* iterator) const;
  };

  void append_words_of_icu(std::string_view text, const ByteRange& run,
                           std::vector<ByteRange>& words);

  std::unique_ptr<UBreakIterator, CloseIterator> iterator_;
};

}  // namespace dateline
