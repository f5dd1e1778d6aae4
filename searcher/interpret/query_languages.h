// Which languages a query may be in.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "searcher/interpret/query_words.h"

namespace dateline {

// ISO 639-1, English first: the language that the query's stop words tell, and those that its
// letters leave open.
std::vector<std::string_view> languages_of(std::span<const TypedWord> words);

}  // namespace dateline
