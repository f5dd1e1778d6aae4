// Fills a gazetteer with the names that are known in every language, from common/data and ICU.
#pragma once

#include "indexer/gazetteer_builder.h"

namespace dateline {

// What English calls the countries, their people, capitals, parts, cities and institutions, what
// the countries call themselves, and the phrases that only look like places.
GazetteerBuilder world_names();

}  // namespace dateline
