#include "searcher/packing.h"

#include <algorithm>

#include "searcher/answer_markdown.h"
#include "searcher/token_estimate.h"

namespace dateline {
namespace {

// A sentence of the passage with white space as single spaces.
std::string sentence_in(const Passage& passage, const ByteRange& range) {
  const std::size_t start = range.start - passage.range.start;
  std::string out;
  for (const char c : passage.text.substr(start, range.end - range.start)) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace

Packer::Packer(const Request& request) : most_{request.max_chars, request.max_tokens} {}

Packer::Size Packer::size_of(const Passage& passage) {
  const std::string shown = to_markdown(passage) + '\n';  // and the empty line after it
  return {code_points(shown), estimated_tokens(shown, passage.article.language == "en")};
}

bool Packer::fits(const Passage& passage) const {
  if (most_.chars == 0 && most_.tokens == 0) return true;
  const Size size = size_of(passage);
  return (most_.chars == 0 || taken_.chars + size.chars <= most_.chars) &&
         (most_.tokens == 0 || taken_.tokens + size.tokens <= most_.tokens);
}

bool Packer::repeats(const Passage& passage, std::span<const ByteRange> sentences) const {
  std::size_t repeated = 0;
  std::size_t whole = 0;
  for (const ByteRange& range : sentences) {
    const std::string sentence = sentence_in(passage, range);
    whole += sentence.size();
    if (sentences_.contains(sentence)) repeated += sentence.size();
  }
  return repeated > 0 && 2 * repeated >= whole;
}

void Packer::take(const Passage& passage, std::span<const ByteRange> sentences) {
  if (most_.chars == 0 && most_.tokens == 0) return;
  const Size size = size_of(passage);
  taken_.chars += size.chars;
  taken_.tokens += size.tokens;
  for (const ByteRange& range : sentences) sentences_.insert(sentence_in(passage, range));
}

}  // namespace dateline
