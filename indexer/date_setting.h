// What the words around a date say about it.
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/date_cue.h"

namespace dateline {

struct DateSetting {
  std::string_view before;  // the rest of its line on both sides, without blanks at the ends and
  std::string_view after;   // only as far as the neighbouring dates
  std::string_view line_above;  // "Published" may stand on a line of its own
  std::size_t line_bytes = 0;   // of the whole line
  bool on_date_line = false;    // as is_date_line() has it
};

// The cues of labels and of the group "Setting". Looks at some dozen bytes on each side.
CueSet cues_of(const DateSetting& setting);

}  // namespace dateline
