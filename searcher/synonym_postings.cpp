// A word with its synonyms is ranked as one word: an article has it as often as it has all of them
// together, and what it says depends on how many articles have any. So "car, automobile" never
// outweighs another word of the query because an article says both, and a rare synonym of a common
// word gains nothing by being rare. This is #syn of INQUERY as Pirkola used it ("The effects of
// query structure and dictionary setups in dictionary-based cross-language information retrieval",
// SIGIR 1998), and OP_SYNONYM of Xapian. Lucene's SynonymQuery takes the greatest frequency of
// articles instead of the union's, because it does not know that; we do, as we have all postings.
//
// Several words that stand together are one, too, where they stand side by side. Only articles
// that have all of them are looked into.
#include "searcher/synonym_postings.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "searcher/article_set.h"
#include "searcher/live_articles.h"
#include "searcher/phrases.h"
#include "searcher/place_reader.h"
#include "searcher/ranking.h"

namespace dateline {
namespace {

using Sequence = std::vector<std::size_t>;

// Ascending, each docid once.
void add_together(std::vector<Posting>& postings) {
  std::sort(postings.begin(), postings.end(),
            [](const Posting& left, const Posting& right) { return left.docid < right.docid; });
  std::size_t kept = 0;
  for (std::size_t at = 0; at < postings.size(); ++at) {
    if (kept > 0 && postings[kept - 1].docid == postings[at].docid) {
      postings[kept - 1].in_title += postings[at].in_title;
      postings[kept - 1].in_body += postings[at].in_body;
    } else {
      postings[kept++] = postings[at];
    }
  }
  postings.resize(kept);
}

class SegmentUnion {
 public:
  SegmentUnion(const Segment& segment, const QueryTerms& terms,
               std::span<const WordPostings> postings, std::span<const std::string> languages,
               Analyzer& analyzer, const Deadline& deadline)
      : segment_(segment),
        terms_(terms),
        postings_(postings),
        languages_(languages),
        analyzer_(analyzer),
        deadline_(deadline),
        places_(segment, terms, languages, analyzer) {}

  WordPostings of(const QueryWord& word) {
    std::vector<Posting> all;
    for (const Sequence& sequence : word.any_of) {
      if (sequence.size() == 1) {
        for (const ImpactList& list : postings_[sequence.front()].lists) {
          list.for_each_posting([&all](const Posting& posting) { all.push_back(posting); });
        }
      } else {
        add_phrase(sequence, all);
      }
    }
    add_together(all);
    WordPostings found;
    found.articles = all.size();
    found.lists.emplace_back().few = std::move(all);
    return found;
  }

 private:
  void add_phrase(const Sequence& phrase, std::vector<Posting>& all) {
    ArticleSet with_all = live_articles(segment_);
    for (const std::size_t word : phrase) {
      ArticleSet with_word(segment_.entry.last_docid);
      for (const ImpactList& list : postings_[word].lists) list.add_to(with_word.words());
      with_all &= with_word;
    }
    PhraseFinder finder(segment_, terms_, phrase, languages_, analyzer_);
    constexpr std::size_t kBetweenLooks = 64;  // articles; a look at the clock costs as much as one
    std::size_t looked = 0;
    bool late = false;
    with_all.for_each([&](std::uint32_t docid) {
      if (looked++ % kBetweenLooks == 0) late = late || deadline_.passed();
      if (late || !finder.occurs_in(docid)) return;
      const PlaceReader::Count count = places_.count(docid, phrase);
      all.push_back({docid, count.in_title, count.in_body});
    });
  }

  const Segment& segment_;
  const QueryTerms& terms_;
  std::span<const WordPostings> postings_;
  std::span<const std::string> languages_;
  Analyzer& analyzer_;
  const Deadline& deadline_;
  PlaceReader places_;
};

}  // namespace

QueryPostings read_all_postings(const Snapshot& snapshot, const QueryTerms& terms,
                                std::span<const std::string> languages, Analyzer& analyzer,
                                const Deadline& deadline, const Published* published) {
  QueryPostings postings = read_postings(snapshot, terms.words, languages, published);
  const bool any = std::any_of(terms.words.begin(), terms.words.end(),
                               [](const QueryWord& word) { return !word.any_of.empty(); });
  if (!any) return postings;
  std::vector<std::size_t> with(terms.words.size());
  std::size_t articles = 0;
  for (std::size_t at = 0; at < snapshot.segments.size(); ++at) {
    const Segment& segment = snapshot.segments[at];
    articles += segment.entry.articles;
    std::vector<WordPostings>& of_segment = postings.segments[at];
    SegmentUnion unions(segment, terms, of_segment, languages, analyzer, deadline);
    for (std::size_t word = 0; word < terms.words.size(); ++word) {
      if (terms.words[word].any_of.empty()) continue;
      of_segment[word] = unions.of(terms.words[word]);
      with[word] += published == nullptr ? of_segment[word].articles
                                         : count_among(of_segment[word], published->articles[at]);
    }
  }
  if (published != nullptr) articles = published->count;
  for (std::size_t word = 0; word < terms.words.size(); ++word) {
    if (with[word] == 0) continue;
    postings.inverse_frequency[word] =
        terms.words[word].weight * inverse_frequency(articles, with[word]);
  }
  return postings;
}

}  // namespace dateline
