// What each cue is worth, as measured; see date_weights.cpp for how.
#pragma once

#include "indexer/date_cue.h"

namespace dateline {

// Log-odds that a date with these cues is the day of publication, against "none of the dates is".
double log_odds(const CueSet& cues);

// "published-label", ...
const char* name_of(DateCue cue);

}  // namespace dateline
