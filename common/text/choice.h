// What to say when a value is none of the few that there are.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace dateline {

// "text, json or csv". At least one name.
std::string listed(std::span<const std::string_view> names);

// "sort must be relevance, newest or oldest, not "newst"; did you mean newest?", the question only
// if one of the names is near (nearest_name.h).
std::string none_of(std::string_view field, std::span<const std::string_view> names,
                    std::string_view typed);

}  // namespace dateline
