// A news article is read as a row of sentences, and a passage is a window of them: as many whole
// sentences as fit into about 120 words. What is the right window for "Cuban doctors pandemic"?
//
//   S1  The ministers met on Tuesday.                                  -
//   S2  They praised the Cuban doctors who came during the pandemic.   cuban doctors pandemic
//   S3  A clinic will open next year.                                  -
//   S4  Trade grew as well, the Cuban side said.                       cuban
//
// Every sentence that has a word of the query may open a window, and so may the sentence before it
// in the same paragraph, which often names who is speaking, and the first of the article. A window
// is scored like a small document (BM25 with the window's own length), plus a share for
// neighbouring query words that stand close together, plus one for each phrase that occurs whole.
// The beginning of an article, where news says what matters, gets a slight preference.
//
// The windows are then taken greedily, best first, skipping those that overlap one already taken.
// There are at most three windows per sentence and each is scored from its words once, so the work
// is bounded by (words of the article) x (sentences per window).
#include "searcher/passage_finder.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "common/text/sentence_breaker.h"

namespace dateline {
namespace {

constexpr double kPassageSaturation = 0.9;  // BM25's k1 and b for texts of nearly equal length
constexpr double kPassageLengthPull = 0.4;
constexpr std::size_t kNear = 8;  // words apart at which closeness no longer counts
constexpr double kClosenessShare = 0.3;
constexpr double kPhraseShare = 1.0;
constexpr double kOpeningShare = 0.1;

struct Sentence {
  ByteRange range;
  std::size_t first_word = 0;  // numbers into the article's words
  std::size_t end_word = 0;
  std::size_t hits = 0;
};

struct Window {
  std::size_t first_sentence = 0;
  std::size_t end_sentence = 0;
  double score = 0;
};

class PassageFinder {
 public:
  PassageFinder(const Article& article, const PassageQuery& query, const WordFinder& finder,
                Analyzer& analyzer)
      : article_(article),
        query_(query),
        words_(finder.find(article.text, article.body_start, article.language, analyzer)) {
    for (const auto& phrase : query.terms.phrases) phrases_.push_back(finder.as_found(phrase));
    split_into_sentences();
  }

  std::vector<ScoredPassage> find() const {
    std::vector<Window> windows = all_windows();
    std::stable_sort(windows.begin(), windows.end(),
                     [](const Window& a, const Window& b) { return a.score > b.score; });
    std::vector<ScoredPassage> passages;
    for (const Window& window : windows) {
      if (passages.size() == query_.most) break;
      if (window.score == 0 && !passages.empty()) break;
      const ByteRange range = range_of(window);
      const bool taken = std::any_of(passages.begin(), passages.end(), [&](const auto& passage) {
        return passage.range.overlaps(range);
      });
      if (!taken) passages.push_back({range, window.score, highlights_of(window)});
    }
    return passages;
  }

 private:
  void split_into_sentences() {
    const std::string_view body = std::string_view(article_.text).substr(article_.body_start);
    std::size_t word = 0;
    for (const ByteRange& range : sentences(body)) {
      Sentence sentence{
          {range.start + article_.body_start, range.end + article_.body_start}, word, word, 0};
      while (word < words_.size() && words_[word].range.start < sentence.range.end) {
        if (words_[word].query_word != kNotInQuery) ++sentence.hits;
        ++word;
      }
      sentence.end_word = word;
      sentences_.push_back(sentence);
    }
  }

  bool same_paragraph(std::size_t left, std::size_t right) const {
    const std::string_view between =
        std::string_view(article_.text)
            .substr(sentences_[left].range.end,
                    sentences_[right].range.start - sentences_[left].range.end);
    return between.find('\n') == std::string_view::npos;
  }

  std::vector<Window> all_windows() const {
    std::vector<Window> windows;
    for (std::size_t first = 0; first < sentences_.size(); ++first) {
      const bool next_has_hits = first + 1 < sentences_.size() && sentences_[first + 1].hits > 0 &&
                                 same_paragraph(first, first + 1);
      if (first > 0 && sentences_[first].hits == 0 && !next_has_hits) continue;
      windows.push_back(window_from(first));
    }
    return windows;
  }

  Window window_from(std::size_t first) const {
    Window window{first, first + 1, 0};
    const std::size_t first_word = sentences_[first].first_word;
    while (window.end_sentence < sentences_.size() &&
           sentences_[window.end_sentence].end_word - first_word <= query_.passage_words) {
      ++window.end_sentence;
    }
    window.score = score_of(window);
    return window;
  }

  std::span<const TextWord> words_of(const Window& window) const {
    const std::size_t first = sentences_[window.first_sentence].first_word;
    const std::size_t end = sentences_[window.end_sentence - 1].end_word;
    return std::span(words_).subspan(first, end - first);
  }

  double score_of(const Window& window) const {
    const auto words = words_of(window);
    double score = word_score_of(words) + kClosenessShare * closeness_of(words);
    for (const auto& phrase : phrases_) {
      if (phrase.size() < 2 || phrase_places(words, phrase).empty()) continue;
      for (const std::size_t word : phrase) score += kPhraseShare * query_.inverse_frequency[word];
    }
    return window.first_sentence == 0 ? score * (1 + kOpeningShare) : score;
  }

  double word_score_of(std::span<const TextWord> words) const {
    std::vector<double> occurrences(query_.inverse_frequency.size());
    for (const TextWord& word : words) {
      if (word.query_word != kNotInQuery) ++occurrences[word.query_word];
    }
    const double length =
        static_cast<double>(words.size()) / static_cast<double>(query_.passage_words);
    const double norm = kPassageSaturation * (1 - kPassageLengthPull + kPassageLengthPull * length);
    double score = 0;
    for (std::size_t word = 0; word < occurrences.size(); ++word) {
      score += query_.inverse_frequency[word] * occurrences[word] / (occurrences[word] + norm);
    }
    return score;
  }

  // For each pair of words that follow each other in the query: the rarer word's weight, shared out
  // by how far apart the two stand at their closest.
  double closeness_of(std::span<const TextWord> words) const {
    const auto& scored = query_.terms.scored;
    double sum = 0;
    for (std::size_t at = 0; at + 1 < scored.size(); ++at) {
      const std::size_t gap = closest(words, scored[at], scored[at + 1]);
      if (gap > kNear) continue;
      sum +=
          std::min(query_.inverse_frequency[scored[at]], query_.inverse_frequency[scored[at + 1]]) /
          static_cast<double>(gap);
    }
    return sum;
  }

  static std::size_t closest(std::span<const TextWord> words, std::size_t left, std::size_t right) {
    constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();
    std::size_t last_left = kNever;
    std::size_t last_right = kNever;
    std::size_t best = kNever;
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (words[at].query_word == left) last_left = at;
      if (words[at].query_word == right) last_right = at;
      if (last_left == kNever || last_right == kNever || last_left == last_right) continue;
      best =
          std::min(best, last_left > last_right ? last_left - last_right : last_right - last_left);
    }
    return best;
  }

  ByteRange range_of(const Window& window) const {
    return {sentences_[window.first_sentence].range.start,
            sentences_[window.end_sentence - 1].range.end};
  }

  std::vector<ByteRange> highlights_of(const Window& window) const {
    std::vector<ByteRange> highlights;
    for (const TextWord& word : words_of(window)) {
      if (word.query_word != kNotInQuery) highlights.push_back(word.range);
    }
    return highlights;
  }

  const Article& article_;
  const PassageQuery& query_;
  std::vector<TextWord> words_;
  std::vector<Sentence> sentences_;
  std::vector<std::vector<std::size_t>> phrases_;
};

}  // namespace

std::vector<ScoredPassage> find_passages(const Article& article, const PassageQuery& query,
                                         const WordFinder& finder, Analyzer& analyzer) {
  return PassageFinder(article, query, finder, analyzer).find();
}

}  // namespace dateline
