#include "searcher/interpret/interpret.h"

#include <algorithm>
#include <span>

#include "searcher/interpret/place_words.h"
#include "searcher/interpret/time_words.h"

namespace dateline {
namespace {

// Leaves the words that lie within the parts; both are in the order of the text.
void keep_within(std::span<const QueryPart> parts, std::vector<TypedWord>& words) {
  auto part = parts.begin();
  std::erase_if(words, [&](const TypedWord& word) {
    while (part != parts.end() && part->range.end < word.range.end) ++part;
    return part == parts.end() || part->range.start > word.range.start;
  });
}

}  // namespace

std::vector<Interpretation> interpret(std::string_view text, const Query& query, const Date& today,
                                      WordBreaker& breaker) {
  std::vector<Interpretation> found;
  if (query.condition || query.words.empty()) return found;
  std::vector<TypedWord> words = words_typed(text, breaker);
  keep_within(query.words, words);
  const auto add = [&](std::size_t first, std::size_t end) -> Interpretation& {
    Interpretation& one = found.emplace_back();
    one.range = {words[first].range.start, words[end - 1].range.end};
    one.words = slice(text, one.range);
    return one;
  };
  for (const TimeReading& time : read_times(text, words, today)) {
    Interpretation& one = add(time.first, time.end);
    one.from = time.from;
    one.to = time.to;
  }
  for (const PlaceReading& place : read_places(words)) {
    add(place.first, place.end).country = place.country;
  }
  std::sort(found.begin(), found.end(), [](const auto& left, const auto& right) {
    return left.range.start < right.range.start;
  });
  return found;
}

Request with_interpretation(const Request& request, const std::vector<Interpretation>& found) {
  Request more = request;
  const bool has_days = request.filters.from || request.filters.to;
  const bool has_countries = !request.filters.countries.empty();
  bool days_set = false;
  for (const Interpretation& one : found) {
    if (one.country) {
      auto& countries = more.filters.countries;
      const bool known =
          std::find(countries.begin(), countries.end(), *one.country) != countries.end();
      if (!has_countries && !known) countries.push_back(*one.country);
      continue;
    }
    for (std::size_t at = one.range.start; at < one.range.end; ++at) more.query[at] = ' ';
    if (has_days || days_set) continue;
    more.filters.from = one.from;
    more.filters.to = one.to;
    days_set = true;
  }
  return more;
}

}  // namespace dateline
