#include "searcher/token_estimate.h"

#include <string>

#include <catch2/catch.hpp>

namespace dateline {

TEST_CASE("Tokens are estimated by words, digits, marks and scripts",
          "[searcher][token_estimate]") {
  const auto [text, english, other] = GENERATE(table<std::string, std::size_t, std::size_t>({
      {"", 0, 0},
      {"a", 1, 1},
      {"the harbour", 3, 4},  // 3 letters are one token, 7 are 1.75 or 2.8
      {"UNESCO", 3, 3},       // capitals weigh half a token
      {"1999", 2, 2},         // three digits a token
      {"Yes, no.", 4, 5},     // marks are tokens
      {"a    b", 4, 4},       // blanks beyond the first, half a token each
      {"a\n\nb", 4, 4},
      {"ö", 1, 1},
      {"мост", 4, 4},  // 0.8 a letter
      {"橋", 2, 2},
      {"🌉", 4, 4},
  }));
  CAPTURE(text);
  CHECK(estimated_tokens(text, true) == english);
  CHECK(estimated_tokens(text, false) == other);
}

TEST_CASE("More text is never fewer tokens", "[searcher][token_estimate]") {
  const std::string text = "Bakıda harbour 12 345 — «мост» 橋 🌉 NATO!";
  std::size_t before = 0;
  for (std::size_t end = 0; end <= text.size(); ++end) {
    if (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) continue;
    const std::size_t tokens = estimated_tokens(std::string_view(text).substr(0, end), true);
    CHECK(tokens >= before);
    before = tokens;
  }
}

}  // namespace dateline
