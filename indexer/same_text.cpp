// When are two articles copies? When all their words are the same; or when their bodies are nearly
// the same and nothing says that it is the form that is, and not the news:
//
//   numbers  Weekly figures, dividends and money market operations come in forms: the same words
//            around other numbers. So the numbers of the one must nearly all be in the other.
//   titles   Short texts are often not the article at all but a notice that its page needs a
//            subscription or consent, the same on each; and below long ones stands the same gallery
//            of pictures for weeks. So titles must agree, unless a long text is very like.
//   days     "The bank left its rates unchanged" is news again a fortnight later, word for word. So
//            these are copies within a few days only, short texts even where they are the same to
//            the word, and a headline without a text on the same day only. Where a day is not
//            known, only texts are copies that are the same, or long and very like.
//
// And when do they tell one story? When at most a few days lie between them, their titles share
// most words that are no stop words, or their bodies a good part of the text, and the numbers that
// both need (the dead, the votes, the prices) are in part the same.
//
// The bounds were chosen on pairs that were read one by one; tests/eval/README.md has them and what
// the rule finds and misses.
#include "indexer/same_text.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::uint32_t kFewDays = 3;
constexpr double kLeastLikeness = 0.6;
constexpr double kSureLikeness = 0.8;
constexpr double kLeastNumbers = 0.8;
constexpr std::uint32_t kShortText = 200;  // words
constexpr double kLeastTitle = 0.7;

constexpr double kLeastStoryTitle = 0.65;  // shared words among all words of the titles
constexpr std::size_t kLeastStoryWords = 3;
constexpr double kLeastStoryNumbers = 0.5;
constexpr double kLeastStoryLikeness = 0.3;

// Lists that are full hold the lowest hashes only: what lies above the end of a full one is
// compared with nothing.
std::span<const std::uint16_t> up_to(std::span<const std::uint16_t> hashes,
                                     std::span<const std::uint16_t> other) {
  if (other.size() < kMostNumbers) return hashes;
  return hashes.first(static_cast<std::size_t>(
      std::upper_bound(hashes.begin(), hashes.end(), other.back()) - hashes.begin()));
}

std::size_t shared(std::span<const std::uint16_t> one, std::span<const std::uint16_t> other) {
  std::size_t both = 0;
  for (std::size_t left = 0, right = 0; left < one.size() && right < other.size();) {
    if (one[left] == other[right]) ++both;
    const bool left_is_lower = one[left] <= other[right];
    if (one[left] >= other[right]) ++right;
    if (left_is_lower) ++left;
  }
  return both;
}

}  // namespace

double likeness(const Sketch& one, const Sketch& other) {
  if (one.rows.empty() || other.rows.empty()) return 0;
  std::size_t equal = 0;
  for (std::size_t row = 0; row < kSketchRows; ++row) {
    equal += one.rows[row] == other.rows[row] ? 1U : 0U;
  }
  return static_cast<double>(equal) / static_cast<double>(kSketchRows);
}

double shared_part(std::span<const std::uint16_t> one, std::span<const std::uint16_t> other) {
  const std::size_t fewer = std::min(one.size(), other.size());
  if (fewer == 0) return 1;
  return static_cast<double>(shared(one, other)) / static_cast<double>(fewer);
}

bool are_copies(const Sketch& one, const Sketch& other, DaysApart apart) {
  const std::uint32_t words = std::min(one.body_words, other.body_words);
  const bool on_these_days = !apart || *apart <= kFewDays;
  if (one.text == other.text) {
    if (words < kLeastSketchedWords) return one.text != 0 && apart == DaysApart(0);
    return words >= kShortText || on_these_days;
  }
  if (likeness(one, other) < kLeastLikeness) return false;
  const auto numbers = up_to(one.numbers, other.numbers);
  const auto other_numbers = up_to(other.numbers, one.numbers);
  if (shared_part(numbers, other_numbers) < kLeastNumbers) return false;
  if (words >= kShortText && likeness(one, other) >= kSureLikeness) return true;
  return apart && on_these_days && !one.title.empty() && !other.title.empty() &&
         shared_part(one.title, other.title) >= kLeastTitle;
}

bool tell_one_story(const Sketch& one, const Sketch& other, DaysApart apart) {
  if (!apart || *apart > kFewDays) return false;
  const auto numbers = up_to(one.numbers, other.numbers);
  const auto other_numbers = up_to(other.numbers, one.numbers);
  if (shared_part(numbers, other_numbers) < kLeastStoryNumbers) return false;
  const std::size_t both = shared(one.title, other.title);
  const std::size_t either = one.title.size() + other.title.size() - both;
  const bool titles_agree =
      both >= kLeastStoryWords &&
      static_cast<double>(both) >= kLeastStoryTitle * static_cast<double>(either);
  return titles_agree || likeness(one, other) >= kLeastStoryLikeness;
}

}  // namespace dateline
