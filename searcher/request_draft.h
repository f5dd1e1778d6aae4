// A request before its filters are resolved: where the command line and JSON meet, so that both
// have the same fields, ranges and messages.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "common/result.h"
#include "searcher/filter_parser.h"
#include "searcher/request.h"

namespace dateline {

struct RequestDraft {
  Request request;  // everything but `request.filters`, which is ignored
  FilterText filters;
  bool has_limit = false;  // whether request.limit was chosen: a budget then does not raise it
};

// A whole number of the request that can be set, by its name in JSON; the option is named likewise
// with '-' for '_'.
struct NumberField {
  std::string_view name;
  std::size_t Request::*value;
  std::size_t least;
  std::size_t most;
  std::string_view meaning;  // one line for --help
};

std::span<const NumberField> number_fields();

// One that is true or false. The option is followed by its opposite, --no-NAME.
struct FlagField {
  std::string_view name;
  bool Request::*value;
  std::string_view meaning;
};

std::span<const FlagField> flag_fields();

// One with a few values that have names.
struct ChoiceField {
  std::string_view name;
  std::span<const std::string_view> choices;
  Result<void> (*set)(RequestDraft&, std::string_view typed);  // fails (kRequest) on other text
  std::string_view meaning;
  std::string_view value;  // what --help calls the value
};

std::span<const ChoiceField> choice_fields();

// "limit must be a whole number from 1 to 1000, not ten": what to say about a value, given as
// typed.
Error number_refusal(const NumberField& field, std::string_view typed);

// Sets the field from digits. Fails (kRequest) on other text and out of range.
Result<void> set_number(RequestDraft& draft, const NumberField& field, std::string_view typed);

// Sets it to a number in its range.
void set_number(RequestDraft& draft, const NumberField& field, std::size_t number);

// One of the choices of the field. Fail (kRequest) on other text, naming the nearest.
Result<void> set_sort(RequestDraft& draft, std::string_view typed);
Result<void> set_expand(RequestDraft& draft, std::string_view typed);
Result<void> set_fold(RequestDraft& draft, std::string_view typed);

// "30d": the half-life of scores (see parse_half_life()); "off" for none. Fails (kRequest) on other
// text. The day that age counts from is set by resolve().
Result<void> set_recency(RequestDraft& draft, std::string_view typed);

// The id of an article. Fails (kRequest) if it is empty.
Result<void> set_like(RequestDraft& draft, std::string_view typed);

// What an answer gave as its cursor, or "first". Fails (kRequest) on other text.
Result<void> set_cursor(RequestDraft& draft, std::string_view typed);

// "2" or "75%". Fails (kRequest) on other text, and beyond 1 to kMaxQueryParts words and 1 to 100
// %.
Result<void> set_min_match(RequestDraft& draft, std::string_view typed);

// Fails (kRequest) where parse_filters() does.
Result<Request> resolve(const RequestDraft& draft, const FilterContext& context);

}  // namespace dateline
