// Articles in many languages with all that makes words and sentences hard to cut, at random: to see
// that two ways to one answer agree.
#pragma once

#include <array>
#include <random>
#include <string>
#include <vector>

#include "support/test_index.h"

namespace dateline {

struct LanguageSample {
  const char* code;
  std::vector<std::string> words;
};

inline const std::vector<LanguageSample>& language_samples() {
  static const std::vector<LanguageSample> samples = {
      {"en", {"the", "ferry", "ferries", "minister's", "U.S.", "3.5", "e-mail", "port", "guests"}},
      {"de", {"die", "Fähre", "Fähren", "Häfen", "Straße", "Minister", "am", "10."}},
      {"ru", {"порт", "порта", "министр", "в", "Москве", "паром", "«Звезда»"}},
      {"tr", {"İstanbul'da", "liman", "limanı", "IRAK", "ve", "gemi"}},
      {"zh", {"港口", "部长会见", "渡轮，", "开放。", "北京"}},
      {"th", {"ท่าเรือ", "รัฐมนตรี", "เปิดท่าเรือใหม่ ", "กรุงเทพ"}},
      {"ar", {"الميناء", "وزير", "العبّارة", "؟"}},
      {"und", {"xyz", "@handle", "__init__", "a.b.c", "😀", "x1"}},
  };
  return samples;
}

inline std::string random_words(std::mt19937& random, const LanguageSample& language,
                                std::size_t count) {
  static const std::array<std::string, 12> kBetween = {" ",  " ",  " ",    " ", " ",     ". ",
                                                       "? ", "\n", "\n\n", "!", ".Then", "\" "};
  std::string text;
  for (std::size_t at = 0; at < count; ++at) {
    text += language.words[random() % language.words.size()];
    text += kBetween[random() % kBetween.size()];
  }
  return text;
}

// A run without spaces that is longer than a sentence may be.
inline std::string endless_run(const std::string& word) {
  std::string text;
  while (text.size() < 3500) text += word;
  return text;
}

inline std::vector<TestArticle> articles_in_many_languages(std::mt19937& random,
                                                           std::size_t count) {
  std::vector<TestArticle> articles;
  for (std::size_t at = 0; at < count; ++at) {
    const auto& language = language_samples()[random() % language_samples().size()];
    std::string text = "word " + random_words(random, language, random() % 200 + 1);
    if (random() % 8 == 0) text += endless_run(language.words.front()) + " " + language.words[1];
    articles.push_back({"a" + std::to_string(at),
                        random_words(random, language, random() % 6),
                        text,
                        random() % 3 == 0 ? "" : "2023-0" + std::to_string(random() % 9 + 1),
                        {},
                        language.code});
  }
  return articles;
}

}  // namespace dateline
