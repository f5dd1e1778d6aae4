// In the file a sentence takes two bytes as a rule: one for its words and how it follows the one
// before, one for how many bytes it has more or less than so many words had so far in the article.
#include "common/index/article_sentences.h"

#include "common/index/varint.h"
#include "common/text/sentence_breaker.h"

namespace dateline {
namespace {

// How many bytes stand between a sentence and the one before, and whether a line end is among them.
struct Gap {
  std::size_t bytes = 0;
  bool has_line_end = false;
};

// Low two bits of a sentence's first number.
enum GapKind : std::uint8_t { kSpace, kBlankLine, kLineEnd, kOtherGap };

GapKind kind_of(const Gap& gap) {
  if (gap.bytes == 1) return gap.has_line_end ? kLineEnd : kSpace;
  return gap.bytes == 2 && gap.has_line_end ? kBlankLine : kOtherGap;
}

Gap gap_of(GapKind kind) { return {kind == kBlankLine ? 2U : 1U, kind != kSpace}; }

// Guesses the size of a sentence from its words, by those of the sentences before.
class SizeGuess {
 public:
  std::uint64_t size_of(std::uint64_t words) const { return words * bytes_ / words_; }
  void learn(std::uint64_t words, std::uint64_t bytes) {
    words_ += words;
    bytes_ += bytes;
  }

 private:
  std::uint64_t words_ = 20;
  std::uint64_t bytes_ = 20 * std::uint64_t{6};
};

// Small numbers of either sign as small numbers: 0, -1, 1, -2, ...
std::uint64_t fold_sign(std::int64_t number) {
  return (static_cast<std::uint64_t>(number) << 1) ^ static_cast<std::uint64_t>(number >> 63);
}
std::uint64_t unfold_sign(std::uint64_t folded) { return (folded >> 1) ^ (0 - (folded & 1)); }

}  // namespace

std::vector<ArticleSentence> sentences_of(std::string_view text, std::size_t body_start,
                                          std::span<const NumberedToken> body) {
  std::vector<ArticleSentence> found;
  std::uint32_t word = 0;
  for (const ByteRange& range : sentences(text.substr(body_start))) {
    ArticleSentence sentence{{range.start + body_start, range.end + body_start}, word, word, false};
    if (!found.empty()) {
      const ByteRange between{found.back().range.end, sentence.range.start};
      sentence.opens_paragraph = slice(text, between).find('\n') != std::string_view::npos;
    }
    while (word < body.size() && body[word].range.start < sentence.range.end) ++word;
    sentence.end_word = word;
    found.push_back(sentence);
  }
  return found;
}

void append_sentences(std::span<const ArticleSentence> sentences, std::string& coded) {
  SizeGuess guess;
  std::size_t end = 0;
  for (const ArticleSentence& sentence : sentences) {
    const Gap gap{sentence.range.start - end, sentence.opens_paragraph};
    const GapKind kind = kind_of(gap);
    const std::uint64_t words = sentence.end_word - sentence.first_word;
    const std::uint64_t bytes = sentence.range.size();
    append_varint(words << 2 | kind, coded);
    if (kind == kOtherGap) append_varint(gap.bytes << 1 | (gap.has_line_end ? 1 : 0), coded);
    append_varint(fold_sign(static_cast<std::int64_t>(bytes - guess.size_of(words))), coded);
    guess.learn(words, bytes);
    end = sentence.range.end;
  }
}

std::vector<ArticleSentence> read_sentences(std::string_view coded) {
  std::vector<ArticleSentence> sentences;
  sentences.reserve(coded.size() / 2);
  SizeGuess guess;
  std::size_t end = 0;
  std::uint32_t word = 0;
  while (!coded.empty()) {
    const std::uint64_t first = take_varint(coded);
    const auto kind = static_cast<GapKind>(first & 3);
    Gap gap = gap_of(kind);
    if (kind == kOtherGap) {
      const std::uint64_t other = take_varint(coded);
      gap = {other >> 1, (other & 1) != 0};
    }
    const auto words = static_cast<std::uint32_t>(first >> 2);
    const std::uint64_t bytes = guess.size_of(words) + unfold_sign(take_varint(coded));
    guess.learn(words, bytes);
    ArticleSentence sentence{
        {end + gap.bytes, end + gap.bytes + bytes}, word, word, gap.has_line_end};
    end = sentence.range.end;
    word += words;
    sentence.end_word = word;
    sentences.push_back(sentence);
  }
  return sentences;
}

}  // namespace dateline
