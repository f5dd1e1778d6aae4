// Does an article tell of an encounter - talks, a match - whose place is perhaps only its venue?
#pragma once

#include <string_view>

#include "indexer/place_text.h"

namespace dateline {

// True if the title or the first 60 words of the body have a word of encounter_words.tsv in this
// language, an ISO 639-1 code; English if it is "und" or empty.
bool tells_of_encounter(const PlaceText& title, const PlaceText& body, std::string_view language);

}  // namespace dateline
