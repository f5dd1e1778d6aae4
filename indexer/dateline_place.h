// Where the dateline of an article names its place: "SUVA, Fiji" in "SUVA, Fiji, 22 January
// (Pacific Wire) - Hundreds of families ...".
#pragma once

#include <cstddef>

#include "indexer/place_text.h"

namespace dateline {

// Words [first, end) of a text; empty if first == end.
struct WordRange {
  std::size_t first = 0;
  std::size_t end = 0;
};

// The words of the first dateline that starts within the first 600 bytes of a body, its date and
// agency left out; nothing if there is none. A dateline starts a sentence, begins with a place in
// capitals (or with capitals, if a date or an agency in brackets follows), and ends with a dash, at
// most 120 bytes on.
WordRange find_dateline_place(const PlaceText& body);

}  // namespace dateline
