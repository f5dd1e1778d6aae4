// Articles of which many are copies of one another, or tell one story; the same for the same seed.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "support/test_index.h"

namespace dateline {

class VariedArticles {
 public:
  explicit VariedArticles(unsigned seed) : random_(seed) {}

  // A new text, or one made before with a few words changed, added or taken away.
  TestArticle next(const std::string& id) {
    std::vector<std::string> words;
    std::string title;
    if (!texts_.empty() && random_() % 2 == 0) {
      const auto& [earlier_title, earlier] = texts_[random_() % texts_.size()];
      title = earlier_title;
      words = earlier;
      for (unsigned change = below(words.size() / 15); change > 0; --change) {
        words[below(words.size())] = word();
      }
      if (random_() % 4 == 0) words.resize(words.size() * 4 / 5 + 1);
    } else {
      title = word() + ' ' + word() + ' ' + word() + ' ' + word();
      words.resize(5 + below(400));
      for (std::string& each : words) each = word();
    }
    texts_.emplace_back(title, words);
    std::string text;
    for (const std::string& each : words) text += each + (random_() % 12 == 0 ? ". " : " ");
    return {id,   title,   text + "The end.", date(), {random_() % 2 == 0 ? "GR" : "TR"},
            "en", source()};
  }

  // One of the words they are made of.
  std::string word() {
    std::string word;
    for (unsigned number = below(400) + 27; number > 0; number /= 26) {
      word += static_cast<char>('a' + number % 26);
    }
    return random_() % 40 == 0 ? std::to_string(below(90)) : word + "o";
  }

 private:
  unsigned below(std::size_t most) {
    return most == 0 ? 0 : static_cast<unsigned>(random_() % most);
  }
  std::string date() {
    const unsigned kind = below(10);
    if (kind == 0) return "";
    if (kind == 1) return "2021-05";
    return "2021-05-" + std::to_string(14 + below(4));
  }
  std::string source() { return std::string("source-") + static_cast<char>('a' + below(4)); }

  std::mt19937 random_;
  std::vector<std::pair<std::string, std::vector<std::string>>> texts_;
};

}  // namespace dateline
