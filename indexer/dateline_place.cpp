#include "indexer/dateline_place.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::size_t kSearchedBytes = 600;
constexpr std::size_t kLongestDateline = 120;
constexpr std::size_t kMostPlaceWords = 8;

bool starts_with_capital(const PlaceWord& word) {
  return word.form == WordForm::kCapital || word.form == WordForm::kCapitals ||
         word.form == WordForm::kUncased;
}

// The word after the dash, or after the line, that ends a dateline starting at `first`; 0 if none
// ends. Without a dash it must start in capitals and end with a number, as of a date.
std::size_t end_of_dateline(const PlaceText& body, std::size_t first) {
  const std::size_t start = body.words[first].range.start;
  for (std::size_t at = first + 1; at < body.words.size(); ++at) {
    const PlaceWord& word = body.words[at];
    if (word.range.start - start > kLongestDateline) return 0;
    if (word.gap == Gap::kDash) return at;
    if (word.gap == Gap::kBreak) {
      const bool dated = body.words[first].form == WordForm::kCapitals &&
                         body.words[at - 1].form == WordForm::kNumber;
      return dated ? at : 0;
    }
  }
  return 0;
}

// The first word of the dateline that is no part of the place: a date's or an agency's.
std::size_t end_of_place(const PlaceText& body, std::size_t first, std::size_t end) {
  for (std::size_t at = first + 1; at < end; ++at) {
    if (body.words[at].gap == Gap::kBracket) return at;
    if (body.words[at].form != WordForm::kNumber) continue;
    while (at > first + 1 && body.words[at].gap != Gap::kComma) --at;
    return at;
  }
  return end;
}

bool reads_like_place(const PlaceText& body, const WordRange& place) {
  if (place.end - place.first > kMostPlaceWords) return false;
  const auto first = body.words.begin() + static_cast<std::ptrdiff_t>(place.first);
  const auto last = body.words.begin() + static_cast<std::ptrdiff_t>(place.end);
  return std::all_of(first, last, [](const PlaceWord& word) {
    return starts_with_capital(word) || word.folded_size <= 3;
  });
}

}  // namespace

WordRange find_dateline_place(const PlaceText& body) {
  for (std::size_t first = 0; first < body.words.size(); ++first) {
    const PlaceWord& word = body.words[first];
    if (word.range.start > kSearchedBytes) break;
    const bool capitals = word.form == WordForm::kCapitals;
    const bool starts_sentence = word.gap == Gap::kBreak || word.gap == Gap::kPeriod;
    const bool capitals_start =
        capitals && first > 0 && body.words[first - 1].form != WordForm::kCapitals;
    if (!starts_with_capital(word) || !(starts_sentence || capitals_start)) continue;
    const std::size_t end = end_of_dateline(body, first);
    if (end == 0) continue;
    const WordRange place{first, end_of_place(body, first, end)};
    if (!capitals && place.end == end) continue;
    if (capitals_start && !starts_sentence && place.end == end) continue;
    if (reads_like_place(body, place)) return place;
  }
  return {};
}

}  // namespace dateline
