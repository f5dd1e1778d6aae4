// What each cue is worth, as measured; see date_weights.cpp for how.
#pragma once

#include <string_view>

#include "indexer/date_cue.h"

namespace dateline {

// True if the text has lost its line ends: its lines are far longer than paragraphs.
bool is_run_in(std::string_view text);

// Log-odds that a date with these cues is the day of publication, against "none of the dates is";
// `run_in` is that of the date's text.
double log_odds(const CueSet& cues, bool run_in);

// "published-label", ...
const char* name_of(DateCue cue);

}  // namespace dateline
