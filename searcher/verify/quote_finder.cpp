#include "searcher/verify/quote_finder.h"

#include <algorithm>

#include "searcher/verify/quote_text.h"
#include "searcher/verify/word_alignment.h"

namespace dateline {
namespace {

constexpr std::size_t kWordsPerEdit = 5;

bool is_better(const QuotePlace& left, const QuotePlace& right) {
  if (left.likeness != right.likeness) return left.likeness < right.likeness;
  return left.differences.size() < right.differences.size();
}

}  // namespace

QuoteFinder::QuoteFinder(std::string_view quote, Analyzer& analyzer)
    : quote_(quote), parts_(parts_of_quote(quote)), analyzer_(analyzer) {}

QuoteFinder::Words QuoteFinder::words_of(std::string_view text, std::size_t start, std::size_t end,
                                         const std::string& language) {
  Words words;
  for (Token& token : analyzer_.analyze(text.substr(start, end - start), language)) {
    const ByteRange range{token.range.start + start, token.range.end + start};
    words.folded.push_back(folded_for_comparison(slice(text, range)));
    words.terms.push_back(std::move(token.term));
    words.ranges.push_back(range);
  }
  return words;
}

// Of a part whose terms stand from word `at` on: what is different, word by word and gap by gap.
void QuoteFinder::compare(const Words& part, std::string_view text, const Words& words,
                          std::size_t at, QuotePlace& place) const {
  const ByteRange whole{part.ranges.front().start, part.ranges.back().end};
  const ByteRange there{words.ranges[at].start, words.ranges[at + part.terms.size() - 1].end};
  if (slice(quote_, whole) == slice(text, there)) return;
  if (folded_for_comparison(slice(quote_, whole)) == folded_for_comparison(slice(text, there))) {
    place.likeness = std::max(place.likeness, Likeness::kFolded);
    return;
  }
  place.likeness = Likeness::kDifferent;
  for (std::size_t word = 0; word < part.terms.size(); ++word) {
    if (word > 0) {
      const ByteRange gap{part.ranges[word - 1].end, part.ranges[word].start};
      const ByteRange other{words.ranges[at + word - 1].end, words.ranges[at + word].start};
      if (folded_for_comparison(slice(quote_, gap)) != folded_for_comparison(slice(text, other))) {
        place.differences.push_back({gap, other});
      }
    }
    if (part.folded[word] != words.folded[at + word]) {
      place.differences.push_back({part.ranges[word], words.ranges[at + word]});
    }
  }
}

std::optional<QuotePlace> QuoteFinder::find(std::string_view text, std::size_t start,
                                            const std::string& language) {
  std::vector<Words> parts;
  for (const ByteRange& part : parts_) {
    Words words = words_of(quote_, part.start, part.end, language);
    if (!words.terms.empty()) parts.push_back(std::move(words));
  }
  if (parts.empty()) return std::nullopt;
  const Words words = words_of(text, start, text.size(), language);
  std::optional<QuotePlace> best;
  for (auto from = words.terms.begin();;) {
    QuotePlace place;
    auto at = from;
    for (const Words& part : parts) {
      const auto found = std::search(at, words.terms.end(), part.terms.begin(), part.terms.end());
      if (found == words.terms.end()) return best;
      const auto index = static_cast<std::size_t>(found - words.terms.begin());
      if (&part == &parts.front()) {
        place.range.start = words.ranges[index].start;
        from = found + 1;
      }
      compare(part, text, words, index, place);
      place.range.end = words.ranges[index + part.terms.size() - 1].end;
      at = found + static_cast<std::ptrdiff_t>(part.terms.size());
    }
    if (!best || is_better(place, *best)) best = std::move(place);
    if (best->likeness == Likeness::kExact) return best;
  }
}

std::optional<QuotePlace> QuoteFinder::find_near(std::string_view text, std::size_t start,
                                                 const std::string& language) {
  const Words wanted = words_of(quote_, 0, quote_.size(), language);
  if (wanted.terms.size() < kLeastWords || wanted.terms.size() > kMostWords) return std::nullopt;
  const Words words = words_of(text, start, text.size(), language);
  if (words.terms.empty() || words.terms.size() > kMostTextWords) return std::nullopt;
  const auto alignment = align(wanted.folded, words.folded, wanted.terms.size() / kWordsPerEdit);
  if (!alignment) return std::nullopt;
  QuotePlace place;
  place.likeness = Likeness::kDifferent;
  // A word that one side lacks is an empty range behind the word before.
  std::size_t quote_end = 0;
  std::optional<std::size_t> text_end;
  for (const AlignedPair& pair : alignment->pairs) {
    const bool in_quote = pair.wanted != AlignedPair::kNone;
    const bool in_text = pair.found != AlignedPair::kNone;
    if (in_text && !text_end) place.range.start = text_end.emplace(words.ranges[pair.found].start);
    const ByteRange here = in_quote ? wanted.ranges[pair.wanted] : ByteRange{quote_end, quote_end};
    const std::size_t behind = text_end.value_or(start);
    const ByteRange there = in_text ? words.ranges[pair.found] : ByteRange{behind, behind};
    quote_end = here.end;
    if (in_text) text_end = there.end;
    const bool same = in_quote && in_text && wanted.folded[pair.wanted] == words.folded[pair.found];
    if (!same) place.differences.push_back({here, there});
  }
  place.range.end = text_end.value_or(place.range.start);
  return place;
}

}  // namespace dateline
