// How deep a JSON text nests, found without a parser: a guard to put before parsers that recurse
// or build a tree, so that a million brackets are an error message and not a crash.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

// True if arrays and objects open at some place more than `depth` times within each other.
// Brackets in strings do not count. Linear time, no allocation. The text need not be JSON; if it
// is not, the answer means nothing but a parser's recursion is bounded all the same.
bool nests_deeper_than(std::string_view json, std::size_t depth);

}  // namespace dateline
