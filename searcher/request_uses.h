// What requests are made for, and which of their fields matter then: what a command or a tool does
// not depend on it does not offer, and refuses.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace dateline {

enum class Use : std::uint8_t {
  kAnswer,      // all of an answer: every field but `id`, which is repeated only
  kPassages,    // passages and their number, as agents get them
  kCounts,      // facets and the number of articles
  kQuote,       // whether articles have a quote
  kEvaluation,  // the ranking of articles, and which passages have an answer
};

// Whether what comes out can depend on the field. False of names that are no field's.
bool has_effect(std::string_view field, Use use);

// The same of any of the uses.
bool has_effect(std::string_view field, std::initializer_list<Use> uses);

}  // namespace dateline
