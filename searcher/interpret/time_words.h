// Words for a time in a query: "last week", "since March 2023", "vor drei Tagen", "в мае 2024".
// The essay above time_words.cpp tells how they are read.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "searcher/interpret/query_words.h"

namespace dateline {

// Days from the first possible of `from` to the last possible of `to`, which may be months or
// years; an end may be open.
struct TimeReading {
  std::size_t first = 0;  // of the words read
  std::size_t end = 0;    // exclusive
  std::optional<Date> from;
  std::optional<Date> to;
  bool operator==(const TimeReading&) const = default;
};

// Reads English, German, French, Spanish, Italian, Portuguese, Dutch, Russian, Ukrainian, Turkish,
// Azerbaijani, Polish, Arabic, Chinese and Japanese, whatever mixture of them. In the order of the
// words, none overlapping. Nothing that begins after `today`. Safe to use from any thread; the
// first call builds tables in some milliseconds. REQUIRES: `today` is valid and has day precision;
// `text` is what the words were read from.
std::vector<TimeReading> read_times(std::string_view text, std::span<const TypedWord> words,
                                    const Date& today);

}  // namespace dateline
