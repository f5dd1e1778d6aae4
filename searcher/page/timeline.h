// How many articles there are over time, as bars.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/answer.h"

namespace dateline {

struct TimelineBar {
  std::string value;  // "2023" or "2023-03": what filters take
  std::size_t count = 0;
  bool selected = false;
};

// Bars without a gap: the months of whole years, or years where the months are too many for a
// screen. Nothing if no article has a year. Of more than 150 years the last 150.
std::vector<TimelineBar> timeline_bars(const std::vector<Facet>& facets);

// The bars as an SVG picture with what the script needs to drag over it.
std::string timeline_html(const std::vector<TimelineBar>& bars);

}  // namespace dateline
