// The gazetteers that articles are read with, filled from common/data and from ICU's names.
// Built on first use, then shared and never changed: safe from any thread.
#pragma once

#include <string_view>

#include "indexer/gazetteer.h"

namespace dateline {

// What English calls the countries, their people, capitals, parts, cities and institutions, and
// the phrases that only look like them. Used for texts of every language, but for English words
// of peoples and institutions, which `english_words` adds.
const Gazetteer& world_gazetteer();

// What another language calls the countries and their people; nullptr for English and for
// languages without data.
const Gazetteer* language_gazetteer(std::string_view language);

}  // namespace dateline
