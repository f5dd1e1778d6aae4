// Which country a user means who types a code or a name. Safe to use from any thread.
#pragma once

#include <string_view>

#include "common/country.h"
#include "common/result.h"

namespace dateline {

// Reads an ISO code of two or three letters in either case, or a name in any language: "az", "AZE",
// "Азербайджан", "Allemagne", "cote d ivoire". Case, accents, spaces and punctuation do not matter.
// A withdrawn code or name with one successor means the successor (Zaire is CD), the others stay
// themselves (SU).
// English is tried first; only a word that is not English builds the table of all languages, once,
// in some tens of milliseconds.
// Fails if nobody calls a country so, or two countries are called so; the message says which name
// is meant if one is near. REQUIRES: text is well-formed UTF-8.
Result<CountryCode> parse_country(std::string_view text);

}  // namespace dateline
