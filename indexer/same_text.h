// Do two articles have the same text, or tell of the same event? Nothing but the two decides.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "common/index/sketches.h"

namespace dateline {

constexpr std::size_t kBands = 16;
constexpr std::size_t kBandRows = kSketchRows / kBands;

// How alike two bodies are, 0 to 1: the estimated Jaccard similarity of their shingles. 0 if either
// is too short to tell.
double likeness(const Sketch& one, const Sketch& other);

// How many of the hashes are in both, as a share of those in the shorter list; 1 if that is empty.
double shared_part(std::span<const std::uint16_t> one, std::span<const std::uint16_t> other);

// How many days lie between two articles; nothing if either is not known to the day.
using DaysApart = std::optional<std::uint32_t>;

// Word for word, or nearly: see the essay above same_text.cpp.
bool are_copies(const Sketch& one, const Sketch& other, DaysApart apart);

// Titles or bodies that are alike enough to tell of the same event, on about the same day.
bool tell_one_story(const Sketch& one, const Sketch& other, DaysApart apart);

}  // namespace dateline
