#include "searcher/matcher.h"

#include <algorithm>

#include "searcher/live_articles.h"
#include "searcher/phrases.h"
#include "searcher/ranking.h"

namespace dateline {
namespace {

class SegmentMatcher {
 public:
  SegmentMatcher(const Segment& segment, std::span<const WordPostings> postings,
                 const QueryTerms& terms, std::span<const std::string> languages,
                 Analyzer& analyzer)
      : segment_(segment),
        postings_(postings),
        terms_(terms),
        languages_(languages),
        analyzer_(analyzer) {}

  ArticleSet articles() const {
    ArticleSet found = wanted();
    for (const auto& phrase : terms_.excluded) found.subtract(with_phrase(phrase, found));
    return found;
  }

 private:
  ArticleSet none() const { return ArticleSet(segment_.entry.last_docid); }

  ArticleSet wanted() const {
    if (terms_.scored.empty()) return live_articles(segment_);
    ArticleSet found = none();
    if (terms_.phrases.empty()) {
      for (const std::size_t word : terms_.scored) {
        if (terms_.words[word].required_to_match) add(word, found);
      }
      remove_deleted(segment_, found);
      return found;
    }
    add(terms_.phrases.front().front(), found);
    remove_deleted(segment_, found);
    for (const auto& phrase : terms_.phrases) found = with_phrase(phrase, found);
    return found;
  }

  void add(std::size_t word, ArticleSet& found) const {
    for (const ImpactList& list : postings_[word].lists) list.add_to(found.words());
  }

  // The articles of `among` that have the phrase; a phrase of one word is the word.
  ArticleSet with_phrase(const std::vector<std::size_t>& phrase, const ArticleSet& among) const {
    ArticleSet found = among;
    for (const std::size_t word : phrase) {
      ArticleSet with_word = none();
      add(word, with_word);
      found &= with_word;
    }
    if (phrase.size() == 1) return found;
    ArticleSet verified = none();
    PhraseFinder finder(segment_, terms_, phrase, languages_, analyzer_);
    found.for_each([&](std::uint32_t docid) {
      if (finder.occurs_in(docid)) verified.add(docid);
    });
    return verified;
  }

  const Segment& segment_;
  std::span<const WordPostings> postings_;
  const QueryTerms& terms_;
  std::span<const std::string> languages_;
  Analyzer& analyzer_;
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
  Matches matches;
  std::size_t articles = 0;
  std::vector<std::size_t> with_word(terms.words.size());
  for (const Segment& segment : snapshot.segments) {
    articles += segment.entry.articles;
    std::vector<WordPostings> postings;
    for (std::size_t word = 0; word < terms.words.size(); ++word) {
      postings.push_back(read_postings(segment, terms.words[word], languages));
      with_word[word] += postings.back().articles;
    }
    const SegmentMatcher matcher(segment, postings, terms, languages, analyzer);
    matches.segments.push_back({matcher.articles(), {}});
    matches.segments.back().words = std::move(postings);
  }
  for (const std::size_t with : with_word) {
    matches.inverse_frequency.push_back(with == 0 ? 0 : inverse_frequency(articles, with));
  }
  matches.statistics = statistics_of(snapshot, articles);
  return matches;
}

}  // namespace dateline
