#include "searcher/matcher.h"

#include "searcher/live_articles.h"
#include "searcher/phrases.h"

namespace dateline {
namespace {

class SegmentMatcher {
 public:
  SegmentMatcher(const Segment& segment, std::span<const WordPostings> postings,
                 const QueryTerms& terms, std::span<const std::string> languages,
                 Analyzer& analyzer, const Deadline& deadline)
      : segment_(segment),
        postings_(postings),
        terms_(terms),
        languages_(languages),
        analyzer_(analyzer),
        deadline_(deadline) {}

  ArticleSet articles() const {
    ArticleSet found = wanted();
    for (const auto& phrase : terms_.excluded) found.subtract(with_phrase(phrase, found));
    return found;
  }

 private:
  ArticleSet none() const { return ArticleSet(segment_.entry.last_docid); }

  ArticleSet wanted() const {
    if (!terms_.demands_words()) return live_articles(segment_);
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
    constexpr std::size_t kBetweenLooks =
        64;  // articles; asking what time it is costs as much as one
    std::size_t looked_into = 0;
    bool late = false;
    found.for_each([&](std::uint32_t docid) {
      if (looked_into++ % kBetweenLooks == 0) late = late || deadline_.passed();
      if (!late && finder.occurs_in(docid)) verified.add(docid);
    });
    return verified;
  }

  const Segment& segment_;
  std::span<const WordPostings> postings_;
  const QueryTerms& terms_;
  std::span<const std::string> languages_;
  Analyzer& analyzer_;
  const Deadline& deadline_;
};

}  // namespace

ArticleSet match(const Segment& segment, const QueryTerms& terms,
                 std::span<const WordPostings> postings, std::span<const std::string> languages,
                 Analyzer& analyzer, const Deadline& deadline) {
  return SegmentMatcher(segment, postings, terms, languages, analyzer, deadline).articles();
}

Matches match(const Snapshot& snapshot, const QueryTerms& terms, const QueryPostings& postings,
              std::span<const std::string> languages, Analyzer& analyzer,
              const Deadline& deadline) {
  Matches matches;
  for (std::size_t at = 0; at < snapshot.segments.size(); ++at) {
    matches.push_back(
        match(snapshot.segments[at], terms, postings.segments[at], languages, analyzer, deadline));
  }
  return matches;
}

}  // namespace dateline
