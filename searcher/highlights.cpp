#include "searcher/highlights.h"

#include <algorithm>
#include <optional>
#include <span>

namespace dateline {
namespace {

// The places of the passage's hits among `words`, which are all words of the passage; nothing if
// they are other words.
std::optional<std::vector<ByteRange>> matched(std::span<const NumberedToken> words,
                                              const ScoredPassage& passage) {
  std::vector<ByteRange> ranges;
  if (words.size() != passage.end_word - passage.first_word) return std::nullopt;
  for (std::uint32_t at = 0; at < words.size(); ++at) {
    if (words[at].term == kNotInQuery) continue;
    const WordHit hit{passage.first_word + at, words[at].term};
    if (ranges.size() == passage.hits.size() || passage.hits[ranges.size()] != hit) {
      return std::nullopt;
    }
    const ByteRange& range = words[at].range;
    ranges.push_back({range.start, std::min(range.end, passage.range.end)});
  }
  if (ranges.size() != passage.hits.size()) return std::nullopt;
  std::size_t hit = 0;
  std::erase_if(ranges, [&](const ByteRange&) { return !passage.marked[hit++]; });
  return ranges;
}

bool is_part_of(const ByteRange& range, const Article& article) {
  const auto starts_character = [&text = article.text](std::size_t at) {
    return at == text.size() || (text[at] & 0xC0) != 0x80;
  };
  return article.body_start <= range.start && range.start <= range.end &&
         range.end <= article.text.size() && starts_character(range.start) &&
         starts_character(range.end);
}

}  // namespace

Result<std::vector<ByteRange>> highlights_of(const Article& article, const ScoredPassage& passage,
                                             const WordFinder& words, Analyzer& analyzer) {
  const Error other_text{ErrorKind::kCorrupt, "article '" + article.id +
                                                  "' has another text than the index was made of; "
                                                  "make it again with: dateline-index rebuild"};
  if (!is_part_of(passage.range, article)) return other_text;
  const std::string_view up_to_end = std::string_view(article.text).substr(0, passage.range.end);
  auto found =
      matched(words.find(up_to_end, passage.range.start, article.language, analyzer), passage);
  if (found) return std::move(*found);

  const auto body = words.find(article.text, article.body_start, article.language, analyzer);
  if (passage.first_word > passage.end_word || passage.end_word > body.size()) return other_text;
  found = matched(
      std::span(body).subspan(passage.first_word, passage.end_word - passage.first_word), passage);
  if (!found) return other_text;
  return std::move(*found);
}

}  // namespace dateline
