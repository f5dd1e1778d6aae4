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
// is scored like a small document (BM25 with the window's own length) that has the article's title
// above it, as "the ministers" are known from there; plus a share for neighbouring query words that
// stand close together, plus one for each phrase that occurs whole. The opening of an article,
// where news says what matters, counts half as much again: the title and the opening are what lets
// the article that is about a thing win over those that mention it.
//
// The windows are then taken greedily, best first, skipping those that overlap one already taken.
// There are at most three windows per sentence and each is scored from its words once, so the work
// is bounded by (words of the article) x (sentences per window).
#include "searcher/passage_finder.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "common/index/bm25f.h"
#include "searcher/counted_hits.h"

namespace dateline {
namespace {

constexpr double kPassageSaturation = 0.9;  // BM25's k1 and b for texts of nearly equal length
constexpr double kPassageLengthPull = 0.4;
constexpr std::size_t kNear = 8;  // words apart at which closeness no longer counts
constexpr double kClosenessShare = 0.3;
constexpr double kPhraseShare = 1.0;
constexpr double kOpeningShare = 0.5;

constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();

struct Window {
  std::size_t first_sentence = 0;
  std::size_t end_sentence = 0;
  double score = 0;
};

class PassageFinder {
 public:
  PassageFinder(const ArticleHits& article, const PassageQuery& query, const WordFinder& words)
      : query_(query),
        sentences_(article.sentences),
        in_title_(query.inverse_frequency.size()),
        occurrences_(query.inverse_frequency.size()),
        rank_(query.inverse_frequency.size(), kNever),
        last_place_(query.terms.scored.size()),
        gaps_(query.terms.scored.size()) {
    for (std::size_t at = 0; at < last_place_.size(); ++at) rank_[query.terms.scored[at]] = at;
    for (const auto& phrase : query.terms.quoted) phrases_.push_back(words.as_found(phrase));
    hits_ = article.body;
    counted_ = counted_hits(article.body, query.terms, words);
    first_hit_ = shares(hits_);
    first_counted_ = shares(counted_.hits);
    for (const WordHit& hit : counted_hits(article.title, query.terms, words).hits) {
      in_title_[hit.word] += kTitleWeight;
    }
  }

  std::vector<ScoredPassage> find() {
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
      if (!taken) passages.push_back(passage_of(window));
    }
    return passages;
  }

 private:
  // Where the hits of each sentence begin, and after the last one where they end.
  std::vector<std::size_t> shares(std::span<const WordHit> hits) const {
    std::vector<std::size_t> first;
    std::size_t hit = 0;
    for (const ArticleSentence& sentence : sentences_) {
      first.push_back(hit);
      while (hit < hits.size() && hits[hit].place < sentence.end_word) ++hit;
    }
    first.push_back(hit);
    return first;
  }

  std::span<const WordHit> hits_of(const Window& window) const {
    const std::size_t first = first_hit_[window.first_sentence];
    return hits_.subspan(first, first_hit_[window.end_sentence] - first);
  }
  std::span<const WordHit> counted_of(const Window& window) const {
    const std::size_t first = first_counted_[window.first_sentence];
    return std::span(counted_.hits).subspan(first, first_counted_[window.end_sentence] - first);
  }
  bool has_hits(std::size_t sentence) const {
    return sentence < sentences_.size() && first_counted_[sentence] < first_counted_[sentence + 1];
  }

  std::vector<Window> all_windows() {
    std::vector<Window> windows;
    for (std::size_t first = 0; first < sentences_.size(); ++first) {
      const bool leads_up = has_hits(first + 1) && !sentences_[first + 1].opens_paragraph;
      if (first == 0 || has_hits(first) || leads_up) windows.push_back(window_from(first));
    }
    return windows;
  }

  Window window_from(std::size_t first) {
    Window window{first, first + 1, 0};
    const std::size_t first_word = sentences_[first].first_word;
    while (window.end_sentence < sentences_.size() &&
           sentences_[window.end_sentence].end_word - first_word <= query_.passage_words) {
      ++window.end_sentence;
    }
    window.score = score_of(window);
    return window;
  }

  double score_of(const Window& window) {
    const auto hits = counted_of(window);
    const double score = word_score_of(hits, words_in(window)) +
                         kClosenessShare * closeness_of(hits) + phrase_score_of(window);
    return window.first_sentence == 0 ? score * (1 + kOpeningShare) : score;
  }

  double phrase_score_of(const Window& window) const {
    double score = 0;
    for (const auto& phrase : phrases_) {
      if (phrase.size() < 2 || !occurs(phrase, hits_of(window))) continue;
      for (const std::uint32_t word : phrase) {
        score += kPhraseShare * query_.inverse_frequency[word];
      }
    }
    return score;
  }

  PassageParts parts_of(const Window& window) {
    const auto hits = counted_of(window);
    PassageParts parts;
    const double words = word_score_of(hits, words_in(window));
    const double norm = norm_of(words_in(window));
    for (std::uint32_t word = 0; word < occurrences_.size(); ++word) {
      if (occurrences_[word] == 0) continue;
      parts.words.push_back({word, static_cast<std::uint32_t>(in_title_[word] / kTitleWeight),
                             static_cast<std::uint32_t>(occurrences_[word] - in_title_[word]),
                             word_part(word, norm)});
    }
    parts.closeness = kClosenessShare * closeness_of(hits);
    parts.phrases = phrase_score_of(window);
    parts.opening =
        window.first_sentence == 0 ? kOpeningShare * (words + parts.closeness + parts.phrases) : 0;
    return parts;
  }

  std::size_t words_in(const Window& window) const {
    return sentences_[window.end_sentence - 1].end_word -
           sentences_[window.first_sentence].first_word;
  }

  double word_score_of(std::span<const WordHit> hits, std::size_t words) {
    std::fill(occurrences_.begin(), occurrences_.end(), 0.0);
    if (!hits.empty()) occurrences_ = in_title_;
    for (const WordHit& hit : hits) ++occurrences_[hit.word];
    const double norm = norm_of(words);
    double score = 0;
    for (std::size_t word = 0; word < occurrences_.size(); ++word) score += word_part(word, norm);
    return score;
  }

  double norm_of(std::size_t words) const {
    const double length = static_cast<double>(words) / static_cast<double>(query_.passage_words);
    return kPassageSaturation * (1 - kPassageLengthPull + kPassageLengthPull * length);
  }

  // Of the occurrences that are counted last.
  double word_part(std::size_t word, double norm) const {
    return query_.inverse_frequency[word] * occurrences_[word] / (occurrences_[word] + norm);
  }

  // For each pair of words that follow each other in the query: the rarer word's weight, shared out
  // by how far apart the two stand at their closest.
  double closeness_of(std::span<const WordHit> hits) {
    const auto& scored = query_.terms.scored;
    measure_gaps(hits);
    double sum = 0;
    for (std::size_t at = 0; at + 1 < scored.size(); ++at) {
      if (gaps_[at] > kNear) continue;
      sum +=
          std::min(query_.inverse_frequency[scored[at]], query_.inverse_frequency[scored[at + 1]]) /
          static_cast<double>(gaps_[at]);
    }
    return sum;
  }

  // Sets gaps_[at] to the least distance between the words scored[at] and scored[at + 1]: of each
  // hit, to the last one before it of either neighbour.
  void measure_gaps(std::span<const WordHit> hits) {
    std::fill(last_place_.begin(), last_place_.end(), kNever);
    std::fill(gaps_.begin(), gaps_.end(), kNever);
    for (const WordHit& hit : hits) {
      const std::size_t at = rank_[hit.word];
      if (at == kNever) continue;
      last_place_[at] = hit.place;
      if (at > 0 && last_place_[at - 1] != kNever) {
        gaps_[at - 1] = std::min(gaps_[at - 1], gap(hit.place, last_place_[at - 1]));
      }
      if (at + 1 < last_place_.size() && last_place_[at + 1] != kNever) {
        gaps_[at] = std::min(gaps_[at], gap(hit.place, last_place_[at + 1]));
      }
    }
  }

  // A synonym of two words, as "uk" of "united kingdom", stands where both of them do.
  static std::size_t gap(std::size_t place, std::size_t before) {
    return std::max<std::size_t>(1, place - before);
  }

  // True if the phrase's words stand side by side.
  static bool occurs(std::span<const std::uint32_t> phrase, std::span<const WordHit> hits) {
    for (std::size_t first = 0; first + phrase.size() <= hits.size(); ++first) {
      if (stands_at(hits.subspan(first), phrase)) return true;
    }
    return false;
  }

  ByteRange range_of(const Window& window) const {
    return {sentences_[window.first_sentence].range.start,
            sentences_[window.end_sentence - 1].range.end};
  }

  ScoredPassage passage_of(const Window& window) {
    const auto hits = hits_of(window);
    ScoredPassage passage{range_of(window),
                          window.score,
                          sentences_[window.first_sentence].first_word,
                          sentences_[window.end_sentence - 1].end_word,
                          {hits.begin(), hits.end()},
                          marks_of(window),
                          {},
                          range_of(widened(window)),
                          query_.explain ? parts_of(window) : PassageParts{}};
    for (std::size_t at = window.first_sentence; at < window.end_sentence; ++at) {
      passage.sentences.push_back(sentences_[at].range);
    }
    return passage;
  }

  std::vector<bool> marks_of(const Window& window) const {
    const auto at = [this](std::size_t sentence) {
      return counted_.marked.begin() + static_cast<std::ptrdiff_t>(first_hit_[sentence]);
    };
    return {at(window.first_sentence), at(window.end_sentence)};
  }

  // With the sentences around it, as far as there are any.
  Window widened(const Window& window) const {
    const std::size_t before = std::min(query_.context, window.first_sentence);
    const std::size_t after = std::min(query_.context, sentences_.size() - window.end_sentence);
    return {window.first_sentence - before, window.end_sentence + after, window.score};
  }

  const PassageQuery& query_;
  std::span<const ArticleSentence> sentences_;
  std::span<const WordHit> hits_;
  CountedHits counted_;
  // By sentence, into hits_ and counted_.hits; one more than sentences.
  std::vector<std::size_t> first_hit_, first_counted_;
  std::vector<std::vector<std::uint32_t>> phrases_;
  std::vector<double> in_title_;     // by word, what it counts for there
  std::vector<double> occurrences_;  // by word, while a window is scored
  std::vector<std::size_t> rank_;    // by word, into terms.scored; kNever if it is not there
  std::vector<std::size_t> last_place_, gaps_;  // by rank, while a window is scored
};

}  // namespace

std::vector<ScoredPassage> find_passages(const ArticleHits& article, const PassageQuery& query,
                                         const WordFinder& words) {
  return PassageFinder(article, query, words).find();
}

}  // namespace dateline
