#include "searcher/interpret/query_languages.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/stop_words.h"
#include "common/text/utf8.h"
#include "common/tsv.h"

namespace dateline {
namespace {

struct Letters {
  char32_t first, last;
  std::string_view languages;
};
constexpr std::array<Letters, 9> kLetters = {{{0x0370, 0x03FF, "el"},
                                              {0x0400, 0x052F, "ru uk bg"},
                                              {0x0590, 0x05FF, "he"},
                                              {0x0600, 0x06FF, "ar fa"},
                                              {0x0900, 0x097F, "hi"},
                                              {0x3040, 0x30FF, "ja"},
                                              {0x4E00, 0x9FFF, "zh ja"},
                                              {0xAC00, 0xD7AF, "ko"},
                                              {0x00C0, 0x02AF, "de fr es it pt nl tr az pl"}}};

void add_once(std::string_view language, std::vector<std::string_view>& languages) {
  const bool known = std::find(languages.begin(), languages.end(), language) != languages.end();
  if (!known) languages.push_back(language);
}

}  // namespace

std::vector<std::string_view> languages_of(std::span<const TypedWord> words) {
  std::vector<std::string> folded;
  for (const TypedWord& word : words) folded.push_back(word.lower);
  std::vector<std::string_view> languages = {"en"};
  add_once(stop_word_language(folded), languages);
  for (const TypedWord& word : words) {
    for (std::size_t at = 0; at < word.lower.size();) {
      const CodePoint code_point = code_point_at(word.lower, at);
      at += code_point.size;
      if (code_point.value < 0xC0) continue;  // ASCII, mostly
      for (const Letters& letters : kLetters) {
        if (code_point.value < letters.first || code_point.value > letters.last) continue;
        for (const std::string_view language : split(letters.languages, ' ')) {
          add_once(language, languages);
        }
      }
    }
  }
  return languages;
}

}  // namespace dateline
