// The names of places in English and of countries in their own languages, compiled into the program
// from common/data.
#pragma once

#include "indexer/gazetteer.h"

namespace dateline {

// The names of world_names.h. Needs no loading; safe from any thread.
const Gazetteer& world_gazetteer();

}  // namespace dateline
