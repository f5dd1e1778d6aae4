// Whatever can be decoded can be analyzed in any language and broken into sentences: tokens lie in
// the text, on character boundaries, in order; terms are never empty nor overlong; sentences leave
// out nothing but space.
#include <array>
#include <cstddef>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "common/text/analyzer.h"
#include "common/text/decode.h"
#include "common/text/language_detector.h"
#include "common/text/sentence_breaker.h"
#include "common/text/utf8.h"
#include "tests/fuzz/require.h"

namespace dateline {
namespace {

bool on_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && !U8_IS_TRAIL(text[at]));
}

void require_range(std::string_view text, const ByteRange& range, std::size_t earliest) {
  DATELINE_REQUIRE(range.start >= earliest);
  DATELINE_REQUIRE(range.start < range.end);
  DATELINE_REQUIRE(range.end <= text.size());
  DATELINE_REQUIRE(on_boundary(text, range.start) && on_boundary(text, range.end));
}

void check_tokens(Analyzer& analyzer, std::string_view text, std::string_view language) {
  std::size_t end = 0;
  for (const Token& token : analyzer.analyze(text, language)) {
    require_range(text, token.range, end);
    end = token.range.end;
    DATELINE_REQUIRE(!token.term.empty());
    DATELINE_REQUIRE(token.term.size() <= TermChain::kLongestTerm);
    DATELINE_REQUIRE(token.term.find('\0') == std::string::npos);
    DATELINE_REQUIRE(!find_invalid_utf8(token.term));
    DATELINE_REQUIRE(analyzer.term_of(slice(text, token.range), language) == token.term);
  }
}

void require_spaces(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    DATELINE_REQUIRE(u_isUWhiteSpace(static_cast<UChar32>(c.value)));
    at += c.size;
  }
}

void check_sentences(std::string_view text) {
  std::size_t end = 0;
  for (const ByteRange& sentence : sentences(text)) {
    require_range(text, sentence, end);
    DATELINE_REQUIRE(sentence.size() <= kLongestSentence);
    require_spaces(text.substr(end, sentence.start - end));
    end = sentence.end;
  }
  require_spaces(text.substr(end));
}

}  // namespace
}  // namespace dateline

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  if (size == 0) return 0;
  static constexpr std::array<const char*, 10> kLanguages = {"en", "fr", "it", "tr", "ru",
                                                             "ar", "hi", "zh", "de", "und"};
  static Analyzer analyzer;
  const char* language = kLanguages[data[0] % kLanguages.size()];
  const auto text = decode_text({reinterpret_cast<const char*>(data) + 1, size - 1});
  if (!text) return 0;
  check_tokens(analyzer, *text, language);
  check_sentences(*text);
  DATELINE_REQUIRE(detect_language(*text).size() >= 2);
  return 0;
}
