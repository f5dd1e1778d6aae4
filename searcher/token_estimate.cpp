#include "searcher/token_estimate.h"

#include <algorithm>
#include <array>

#include "common/ascii_letters.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

// Weights are in twentieths of a token.
constexpr std::size_t kToken = 20;

// What a code point below `end` and from the entry before on weighs; those of ASCII are weighed by
// runs, below.
struct ScriptWeight {
  char32_t end;
  std::size_t weight;
};

constexpr std::array<ScriptWeight, 9> kScripts = {{
    {0x370, 20},     // Latin letters with marks, and marks
    {0x400, 28},     // Greek
    {0x530, 16},     // Cyrillic
    {0x590, 40},     // Armenian
    {0x800, 24},     // Hebrew, Arabic
    {0x1000, 40},    // scripts of India, Thai, Lao, Tibetan
    {0x2000, 60},    // Burmese, Georgian, Ethiopic, Khmer
    {0x10000, 30},   // punctuation, Chinese, Japanese, Korean
    {0x110000, 80},  // emoji and rare characters: a token a byte
}};

std::size_t weight_of(char32_t character) {
  const auto script =
      std::find_if(kScripts.begin(), kScripts.end(),
                   [character](const auto& entry) { return character < entry.end; });
  return script->weight;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower(c) || is_ascii_capital(c); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' '; }

std::size_t run_length(std::string_view text, std::size_t at, bool (*belongs)(char)) {
  std::size_t end = at;
  while (end < text.size() && belongs(text[end])) ++end;
  return end - at;
}

// A word of ASCII letters: at least one token.
std::size_t weight_of_word(std::string_view word, bool english) {
  const bool capitals = std::none_of(word.begin(), word.end(), is_lower);
  const std::size_t letter = capitals ? 10 : (english ? 5 : 8);
  return std::max(kToken, letter * word.size());
}

}  // namespace

std::size_t estimated_tokens(std::string_view text, bool english) {
  std::size_t weight = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t letters = run_length(text, at, is_letter)) {
      weight += weight_of_word(text.substr(at, letters), english);
      at += letters;
    } else if (const std::size_t digits = run_length(text, at, is_digit)) {
      weight += (digits + 2) / 3 * kToken;
      at += digits;
    } else if (const std::size_t blanks = run_length(text, at, is_blank)) {
      weight += (blanks - 1) * kToken / 2;  // the first belongs to the word after it
      at += blanks;
    } else {
      const CodePoint point = code_point_at(text, at);
      weight += point.value < 0x80 ? kToken : weight_of(point.value);
      at += point.size;
    }
  }
  return (weight + kToken - 1) / kToken;
}

}  // namespace dateline
