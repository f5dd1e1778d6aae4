// "Did you mean ...?": the known name that a mistyped one most likely stands for.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace dateline {

// The first of the names with the fewest edits (a letter inserted, dropped, replaced, or two
// neighbours swapped) from `typed`; nothing if even that differs in more than a third of its
// letters (but one edit is always allowed). Time and memory are bounded: an overlong `typed` is
// like nothing.
std::optional<std::string_view> nearest_name(std::string_view typed,
                                             std::span<const std::string_view> known);

}  // namespace dateline
