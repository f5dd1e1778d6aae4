// A word or phrase stands in an article at some *spans* of places, and so does a group of them.
// For "a NEAR/3 b NEAR/3 c" the spans of a are there to begin with; of b's, those stay that are
// within three words of one of a's, on either side and without overlap; of c's, those near one of
// the b's that stayed. The condition is met if any of c's stay. So each step looks for one
// neighbour of each span, and the nearest before and the nearest after are enough: two searches in
// sorted ends and starts.
//
// In a sentence or paragraph the question is instead whether an earlier span in the same one ends
// before this begins or begins after it ends: for each unit its first end and last start tell.
//
// A loose phrase, its words in order with at most n others among them, is looked for from each
// place of its first word: the next place of the second, then of the third. The earliest is always
// the best, as it leaves most room for what follows.
#include "searcher/near.h"

#include <algorithm>
#include <limits>
#include <map>

namespace dateline {
namespace {

using Kind = QueryNode::Kind;

struct Span {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  // inclusive
};

// Words in the title or in the body, with the sentence or paragraph of each place.
class Part {
 public:
  Part(std::span<const WordHit> hits, std::span<const ArticleSentence> sentences,
       const WordFinder& words)
      : hits_(hits), sentences_(sentences), words_(words) {}

  // Of a word, phrase, or a group of which any counts; by first place.
  std::vector<Span> spans(const Condition& condition) const {
    if (condition.kind == Kind::kPhrase) return phrase(condition);
    std::vector<Span> found;
    if (condition.kind == Kind::kWord) {
      const std::vector<std::uint32_t> numbers = words_.as_found(condition.words);
      for (const WordHit& hit : hits_) {
        const bool is_one = std::find(numbers.begin(), numbers.end(), hit.word) != numbers.end();
        if (is_one) found.push_back({hit.place, hit.place});
      }
      return found;
    }
    for (const Condition& child : condition.children) {
      const std::vector<Span> more = spans(child);
      found.insert(found.end(), more.begin(), more.end());
    }
    std::sort(found.begin(), found.end(), [](const Span& left, const Span& right) {
      return std::pair(left.first, left.last) < std::pair(right.first, right.last);
    });
    return found;
  }

  bool has_near(const Condition& condition) const {
    std::vector<Span> found = spans(condition.children.front());
    for (std::size_t at = 1; at < condition.children.size() && !found.empty(); ++at) {
      const std::vector<Span> next = spans(condition.children[at]);
      found = condition.unit == NearUnit::kWords ? within(condition.distance, found, next)
                                                 : in_unit(condition.unit, found, next);
    }
    return !found.empty();
  }

 private:
  std::vector<std::uint32_t> places_of(std::uint32_t number) const {
    std::vector<std::uint32_t> places;
    for (const WordHit& hit : hits_) {
      if (hit.word == number) places.push_back(hit.place);
    }
    return places;
  }

  std::vector<Span> phrase(const Condition& condition) const {
    std::vector<std::vector<std::uint32_t>> places;
    for (const std::uint32_t number : words_.as_found(condition.words)) {
      places.push_back(places_of(number));
    }
    const std::size_t longest = condition.words.size() + condition.distance;
    std::vector<Span> found;
    for (const std::uint32_t first : places.front()) {
      std::uint32_t last = first;
      bool complete = true;
      for (std::size_t at = 1; complete && at < places.size(); ++at) {
        const auto next = std::upper_bound(places[at].begin(), places[at].end(), last);
        complete = next != places[at].end() && *next - first < longest;
        if (complete) last = *next;
      }
      if (complete) found.push_back({first, last});
    }
    return found;
  }

  // Those of `next` that have one of `found` within so many words.
  static std::vector<Span> within(std::size_t distance, const std::vector<Span>& found,
                                  const std::vector<Span>& next) {
    std::vector<std::uint32_t> starts, ends;
    for (const Span& span : found) {
      starts.push_back(span.first);
      ends.push_back(span.last);
    }
    std::sort(ends.begin(), ends.end());
    std::vector<Span> kept;
    for (const Span& span : next) {
      const auto after = std::upper_bound(starts.begin(), starts.end(), span.last);
      const auto before = std::lower_bound(ends.begin(), ends.end(), span.first);
      const bool is_near = (after != starts.end() && *after - span.last <= distance) ||
                           (before != ends.begin() && span.first - *std::prev(before) <= distance);
      if (is_near) kept.push_back(span);
    }
    return kept;
  }

  std::vector<Span> in_unit(NearUnit unit, const std::vector<Span>& found,
                            const std::vector<Span>& next) const {
    struct Ends {
      std::uint32_t first_end = std::numeric_limits<std::uint32_t>::max();
      std::uint32_t last_start = 0;
    };
    std::map<std::size_t, Ends> units;
    for (const Span& span : found) {
      Ends& ends = units[unit_of(unit, span.first)];
      ends.first_end = std::min(ends.first_end, span.last);
      ends.last_start = std::max(ends.last_start, span.first);
    }
    std::vector<Span> kept;
    for (const Span& span : next) {
      const auto ends = units.find(unit_of(unit, span.first));
      if (ends == units.end()) continue;
      if (ends->second.first_end < span.first || ends->second.last_start > span.last) {
        kept.push_back(span);
      }
    }
    return kept;
  }

  // The number of the sentence that a place is in, or of the first of its paragraph.
  std::size_t unit_of(NearUnit unit, std::uint32_t place) const {
    const auto after = std::upper_bound(
        sentences_.begin(), sentences_.end(), place,
        [](std::uint32_t at, const ArticleSentence& sentence) { return at < sentence.first_word; });
    auto number = static_cast<std::size_t>(after - sentences_.begin());
    if (number == 0) return 0;
    --number;
    while (unit == NearUnit::kParagraph && number > 0 && !sentences_[number].opens_paragraph) {
      --number;
    }
    return number;
  }

  std::span<const WordHit> hits_;
  std::span<const ArticleSentence> sentences_;
  const WordFinder& words_;
};

bool only_in_title(const Condition& condition) {
  return condition.in_title ||
         std::any_of(condition.children.begin(), condition.children.end(), only_in_title);
}

}  // namespace

bool stands_in(const ArticleHits& article, const Condition& condition, const WordFinder& words) {
  const auto stands = [&condition](const Part& part) {
    return condition.kind == Kind::kNear ? part.has_near(condition)
                                         : !part.spans(condition).empty();
  };
  if (stands(Part(article.title, {}, words))) return true;
  return !only_in_title(condition) && stands(Part(article.body, article.sentences, words));
}

}  // namespace dateline
