// The names of places in English, filled from common/data.
#pragma once

#include "indexer/gazetteer.h"

namespace dateline {

// What English calls the countries, their people, capitals, parts, cities and institutions, and
// the phrases that only look like them. Built on first use (some milliseconds), then shared and
// never changed: safe from any thread.
const Gazetteer& world_gazetteer();

}  // namespace dateline
