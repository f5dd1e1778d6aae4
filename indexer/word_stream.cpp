#include "indexer/word_stream.h"

#include <algorithm>

namespace dateline {

WordStream::WordStream(Field field, std::span<const SortedWord> words,
                       std::span<const std::uint32_t> articles, const ArticleReplay& replay,
                       std::size_t most_postings)
    : field_(field),
      prefix_(schema_of(field).prefix),
      words_(words),
      articles_(articles),
      replay_(replay),
      most_postings_(most_postings),
      place_of_id_(words.size()) {
  for (std::size_t place = 0; place < words.size(); ++place) {
    place_of_id_[words[place].id] = static_cast<std::uint32_t>(place);
  }
}

// How many postings each list has is known, so each has its place before the first one comes.
Result<void> WordStream::invert_from(std::size_t word) {
  first_ = word;
  std::size_t postings = 0;
  std::vector<std::size_t> next;
  for (end_ = word; end_ < words_.size(); ++end_) {
    const std::size_t more = articles_[words_[end_].id];
    if (end_ > word && postings + more > most_postings_) break;
    next.push_back(postings);
    postings += more;
  }
  inverted_.assign(postings, {});
  const auto starts = next;
  auto replayed = replay_([&](const ArticleTerms& article) -> Result<void> {
    for (const TermId id : field_ == Field::kTitle ? article.title : article.body) {
      const std::size_t place = place_of_id_[id];
      if (place < first_ || place >= end_) continue;
      std::size_t& free = next[place - first_];
      const bool is_new =
          free == starts[place - first_] || inverted_[free - 1].docid != article.docid;
      if (is_new) inverted_[free++] = {article.docid, 0};
      ++inverted_[free - 1].wdf;
    }
    return {};
  });
  ends_ = std::move(next);
  return replayed;
}

void WordStream::append_postings(std::size_t word) {
  const std::size_t start = word == first_ ? 0 : ends_[word - first_ - 1];
  postings_.insert(postings_.end(), inverted_.begin() + static_cast<long>(start),
                   inverted_.begin() + static_cast<long>(ends_[word - first_]));
}

Result<void> WordStream::next() {
  term_.clear();
  postings_.clear();
  while (next_ < words_.size()) {
    const std::size_t first = next_;
    const std::string_view word = words_[first].word;
    while (next_ < words_.size() && words_[next_].word == word) {
      if (next_ >= end_) {
        if (auto inverted = invert_from(next_); !inverted) return inverted;
      }
      append_postings(next_++);
    }
    if (postings_.empty()) continue;
    if (next_ > first + 1) {  // an article is in one language
      std::sort(postings_.begin(), postings_.end(),
                [](const GlassPosting& a, const GlassPosting& b) { return a.docid < b.docid; });
    }
    term_ = term_for(field_, word);
    return {};
  }
  return {};
}

}  // namespace dateline
