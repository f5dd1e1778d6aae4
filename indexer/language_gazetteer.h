// The names of places in one language other than English.
#pragma once

#include <string_view>

#include "indexer/gazetteer.h"

namespace dateline {

// ICU's names of the countries, and the words of common/data/language_words.tsv, in every form that
// the language gives them. nullptr for English, which world_gazetteer() has, and for languages
// without data. Built on first use of the language (some milliseconds), then shared and never
// changed: safe from any thread.
const Gazetteer* language_gazetteer(std::string_view language);

}  // namespace dateline
