#include "searcher/interpret/interpret.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "searcher/interpret/place_words.h"
#include "searcher/interpret/time_words.h"
#include "searcher/query_parser.h"

namespace dateline {
namespace {

// Where the plain words of the query stand, as one stretch each; none if it has operators.
std::vector<ByteRange> plain_parts(std::string_view query) {
  const auto parsed = parse_query(query);
  std::vector<ByteRange> parts;
  if (!parsed || parsed->condition) return parts;
  for (const QueryPart& part : parsed->words) parts.push_back(part.range);
  return parts;
}

bool is_within(const ByteRange& range, const std::vector<ByteRange>& parts) {
  return std::any_of(parts.begin(), parts.end(), [&range](const ByteRange& part) {
    return part.start <= range.start && range.end <= part.end;
  });
}

}  // namespace

std::vector<Interpretation> interpret(std::string_view query, const Date& today,
                                      WordBreaker& breaker) {
  std::vector<Interpretation> found;
  if (query.size() > kMaxQueryBytes || find_invalid_utf8(query)) return found;
  const std::vector<ByteRange> parts = plain_parts(query);
  if (parts.empty()) return found;
  std::vector<TypedWord> words = words_typed(query, breaker);
  std::erase_if(words, [&parts](const TypedWord& word) { return !is_within(word.range, parts); });
  const auto add = [&](std::size_t first, std::size_t end) -> Interpretation& {
    Interpretation& one = found.emplace_back();
    one.range = {words[first].range.start, words[end - 1].range.end};
    one.words = slice(query, one.range);
    return one;
  };
  for (const TimeReading& time : read_times(query, words, today, breaker)) {
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
