#include "common/index/article_sentences.h"

#include <random>

#include <catch2/catch.hpp>

namespace dateline {
namespace {

std::vector<ArticleSentence> sentences_of_text(const std::string& text, std::size_t body_start) {
  Analyzer analyzer;
  auto words = analyzer.analyze_numbered(std::string_view(text).substr(body_start), "en");
  for (NumberedToken& word : words) {
    word.range.start += body_start;
    word.range.end += body_start;
  }
  return sentences_of(text, body_start, words);
}

std::vector<ArticleSentence> recoded(const std::vector<ArticleSentence>& sentences) {
  std::string coded;
  append_sentences(sentences, coded);
  return read_sentences(coded);
}

}  // namespace

TEST_CASE("Sentences have their words and their place in the text", "[index][article_sentences]") {
  const std::string text = "3 May\nRain fell. It fell twice.\n\nThen the sun shone.\n...\nWarm.";
  const auto found = sentences_of_text(text, 6);
  const std::vector<ArticleSentence> expected = {
      {{6, 16}, 0, 2, false}, {{17, 31}, 2, 5, false}, {{33, 52}, 5, 9, true},
      {{53, 56}, 9, 9, true}, {{57, 62}, 9, 10, true},
  };
  CHECK(found == expected);
  CHECK(recoded(found) == found);
}

TEST_CASE("Sentences come back from their code", "[index][article_sentences]") {
  std::mt19937_64 random(3);
  const auto below = [&random](std::uint64_t end) { return random() % end; };
  for (int round = 0; round < 500; ++round) {
    std::vector<ArticleSentence> sentences;
    std::size_t end = 0;
    std::uint32_t word = 0;
    for (std::uint64_t left = below(40); left > 0; --left) {
      const std::uint64_t largest = below(3) == 0 ? 100'000 : 200;
      ArticleSentence sentence;
      sentence.opens_paragraph = below(2) == 0;
      sentence.range.start = end + below(below(2) == 0 ? 3 : largest);
      sentence.range.end = sentence.range.start + 1 + below(largest);
      sentence.first_word = word;
      sentence.end_word = word + static_cast<std::uint32_t>(below(largest));
      end = sentence.range.end;
      word = sentence.end_word;
      sentences.push_back(sentence);
    }
    REQUIRE(recoded(sentences) == sentences);
  }
}

TEST_CASE("A sentence takes about two bytes", "[index][article_sentences]") {
  std::string text;
  for (int at = 0; at < 100; ++at) text += "The council met again to speak of roads and bridges. ";
  std::string coded;
  append_sentences(sentences_of_text(text, 0), coded);
  CHECK(coded.size() < 210);
}

TEST_CASE("Any bytes read as sentences, no more than there are bytes",
          "[index][article_sentences]") {
  std::mt19937 random(5);
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes(random() % 60, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    if (round % 2 == 0) std::fill(bytes.begin(), bytes.begin() + bytes.size() / 2, '\xFF');
    REQUIRE(read_sentences(bytes).size() <= bytes.size());
  }
}

}  // namespace dateline
