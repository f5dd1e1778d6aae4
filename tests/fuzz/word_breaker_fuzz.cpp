// The fast path of the word breaker finds what ICU alone finds, on any text.
#include <cstddef>
#include <cstdint>
#include <vector>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "common/text/decode.h"
#include "common/text/word_breaker.h"
#include "tests/fuzz/require.h"

namespace dateline {
namespace {

std::vector<ByteRange> words_of_icu(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  static UBreakIterator* iterator = ubrk_open(UBRK_WORD, "", nullptr, 0, &status);
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
  ubrk_setUText(iterator, &source, &status);
  DATELINE_REQUIRE(U_SUCCESS(status));
  std::vector<ByteRange> words;
  std::size_t start = 0;
  for (int next = ubrk_next(iterator); next != UBRK_DONE; next = ubrk_next(iterator)) {
    const auto end = static_cast<std::size_t>(next);
    if (ubrk_getRuleStatus(iterator) != UBRK_WORD_NONE) words.push_back({start, end});
    start = end;
  }
  utext_close(&source);
  return words;
}

}  // namespace
}  // namespace dateline

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  static WordBreaker breaker;
  const auto text = decode_text({reinterpret_cast<const char*>(data), size});
  if (text) DATELINE_REQUIRE(breaker.words(*text) == words_of_icu(*text));
  return 0;
}
