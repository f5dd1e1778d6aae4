#include "searcher/matcher.h"

#include <algorithm>

#include "searcher/phrases.h"
#include "searcher/postings.h"
#include "searcher/ranking.h"

namespace dateline {
namespace {

using WordPostings = std::vector<std::vector<Posting>>;  // by number of the word

class SegmentMatcher {
 public:
  SegmentMatcher(const Segment& segment, const QueryTerms& terms,
                 std::span<const std::string> languages)
      : segment_(segment), terms_(terms), languages_(languages) {
    for (const QueryWord& word : terms.words) {
      postings_.push_back(read_postings(segment, word, languages));
    }
  }

  std::size_t articles_with(std::size_t word) const { return postings_[word].size(); }

  std::vector<float> scores(const std::vector<double>& inverse_frequency,
                            const FieldStatistics& statistics) const {
    std::vector<float> scores(segment_.entry.last_docid + 1);
    for (const std::size_t word : terms_.scored) {
      for (const Posting& posting : postings_[word]) {
        const double score = word_score(posting.in_title, posting.in_body,
                                        segment_.columns.title_words(posting.docid),
                                        segment_.columns.body_words(posting.docid), statistics);
        scores[posting.docid] += static_cast<float>(inverse_frequency[word] * score);
      }
    }
    return scores;
  }

  ArticleSet articles(Analyzer& analyzer) const {
    ArticleSet found = wanted(analyzer);
    for (const auto& phrase : terms_.excluded) found.subtract(with_phrase(phrase, found, analyzer));
    return found;
  }

 private:
  ArticleSet none() const { return ArticleSet(segment_.entry.last_docid); }

  ArticleSet all_live() const {
    ArticleSet live = none();
    for (std::uint32_t docid = 1; docid <= segment_.entry.last_docid; ++docid) {
      if (segment_.alive(docid)) live.add(docid);
    }
    return live;
  }

  ArticleSet wanted(Analyzer& analyzer) const {
    if (terms_.scored.empty()) return all_live();
    ArticleSet found = none();
    if (terms_.phrases.empty()) {
      for (const std::size_t word : terms_.scored) {
        if (terms_.words[word].required_to_match) found |= with_word(word);
      }
      return found;
    }
    found = all_live();
    for (const auto& phrase : terms_.phrases) found = with_phrase(phrase, found, analyzer);
    return found;
  }

  ArticleSet with_word(std::size_t word) const {
    ArticleSet found = none();
    for (const Posting& posting : postings_[word]) {
      if (segment_.alive(posting.docid)) found.add(posting.docid);
    }
    return found;
  }

  // The articles of `among` that have the phrase; a phrase of one word is the word.
  ArticleSet with_phrase(const std::vector<std::size_t>& phrase, const ArticleSet& among,
                         Analyzer& analyzer) const {
    ArticleSet found = among;
    for (const std::size_t word : phrase) found &= with_word(word);
    if (phrase.size() == 1) return found;
    ArticleSet verified = none();
    PhraseFinder finder(segment_, terms_, phrase, languages_, analyzer);
    found.for_each([&](std::uint32_t docid) {
      if (finder.occurs_in(docid)) verified.add(docid);
    });
    return verified;
  }

  const Segment& segment_;
  const QueryTerms& terms_;
  std::span<const std::string> languages_;
  WordPostings postings_;
};

// Deleted articles count until they are merged away, as in every index that deletes lazily.
FieldStatistics statistics_of(const Snapshot& snapshot, std::size_t articles) {
  double title_words = 0;
  double body_words = 0;
  for (const Segment& segment : snapshot.segments) {
    title_words += static_cast<double>(segment.entry.title_words);
    body_words += static_cast<double>(segment.entry.body_words);
  }
  return field_statistics(title_words, body_words, static_cast<double>(articles));
}

}  // namespace

Matches match(const Snapshot& snapshot, const QueryTerms& terms,
              std::span<const std::string> languages, Analyzer& analyzer) {
  std::vector<SegmentMatcher> matchers;
  std::size_t articles = 0;
  for (const Segment& segment : snapshot.segments) {
    matchers.emplace_back(segment, terms, languages);
    articles += segment.entry.articles;
  }
  Matches matches;
  for (std::size_t word = 0; word < terms.words.size(); ++word) {
    std::size_t with_word = 0;
    for (const SegmentMatcher& matcher : matchers) with_word += matcher.articles_with(word);
    matches.inverse_frequency.push_back(with_word == 0 ? 0
                                                       : inverse_frequency(articles, with_word));
  }
  const FieldStatistics statistics = statistics_of(snapshot, articles);
  for (const SegmentMatcher& matcher : matchers) {
    matches.segments.push_back(
        {matcher.articles(analyzer), matcher.scores(matches.inverse_frequency, statistics)});
  }
  return matches;
}

}  // namespace dateline
