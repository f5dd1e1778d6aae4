// Sketches of texts given as words, for tests of finding copies.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "common/index/sketches_writer.h"

namespace dateline {

inline std::vector<SketchWord> sketch_words(const std::string& text) {
  std::vector<SketchWord> words;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    if (end > start) words.emplace_back(text.substr(start, end - start), "en");
    start = end + 1;
  }
  return words;
}

// "w7 w8 w9": so many words from this one on, each another.
inline std::string words_from(int first, int count) {
  std::string text;
  for (int number = first; number < first + count; ++number) {
    text += (text.empty() ? "w" : " w") + std::to_string(number);
  }
  return text;
}

// The file of a segment whose articles have these titles and bodies, from docid 1.
class SketchedTexts {
 public:
  explicit SketchedTexts(const std::vector<std::pair<std::string, std::string>>& articles) {
    SketchesBuilder builder;
    for (const auto& [title, body] : articles) builder.add(sketch_words(title), sketch_words(body));
    file_ = builder.encode(kUuid);
    sketches_ = Sketches::over(file_, kUuid);
  }

  const std::string& file() const { return file_; }
  Sketch operator[](std::uint32_t docid) const { return sketches_.value().of(docid); }

  static constexpr const char* kUuid = "cc47c5b1-1836-4217-a86a-db0bd69a4cbd";

 private:
  std::string file_;
  std::optional<Sketches> sketches_;
};

}  // namespace dateline
